package io.vidgen.ffmpeg.internal.quality;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.font.GlyphCoverage;
import java.util.List;
import java.util.regex.Pattern;

/** Lines after which a picture is not what was asked for, though ffmpeg ends well. */
public final class RenderWarnings {
  private static final Pattern NO_GLYPH =
      Pattern.compile(".*fontselect: failed to find any fallback with glyph 0x([0-9A-Fa-f]+).*");
  private static final Pattern DAMAGED =
      Pattern.compile(
          ".*(Error while decoding stream|Error submitting packet to decoder|partial file"
              + "|concealing \\d+ DC).*");

  private RenderWarnings() {}

  /** Whether a line is one of them. */
  public static boolean mentioned(String line) {
    return NO_GLYPH.matcher(line).matches() || DAMAGED.matcher(line).matches();
  }

  /**
   * Fails if there is any.
   *
   * @param what what was rendered, with the names of its files
   * @throws VidgenException of kind LOCAL
   */
  public static void check(List<String> lines, String what) {
    for (var line : lines) {
      var glyph = NO_GLYPH.matcher(line);
      if (glyph.matches()) {
        int character = Integer.parseInt(glyph.group(1), 16);
        if (character == 0 || !GlyphCoverage.invisible(character)) {
          throw VidgenException.of(
              FailureKind.LOCAL,
              "captions could not be drawn: " + line.strip(),
              "add a folder of fonts: vidgen.fonts or FfmpegOptions.addFontFolder");
        }
      } else if (DAMAGED.matcher(line).matches()) {
        throw VidgenException.of(
            FailureKind.LOCAL,
            "an input of " + what + " is damaged: " + line.strip(),
            "make or fetch the file again");
      }
    }
  }
}
