package io.vidgen.ffmpeg.internal.font;

import io.vidgen.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which characters a set of fonts can draw, read from their cmap tables. */
public final class GlyphCoverage {
  private static final Logger LOG = LoggerFactory.getLogger(GlyphCoverage.class);
  private static final int NAMED = 10;

  private final BitSet characters;

  private GlyphCoverage(BitSet characters) {
    this.characters = characters;
  }

  /** Reads the fonts; one that cannot be read draws nothing. */
  public static GlyphCoverage of(List<Path> fonts) {
    var characters = new BitSet();
    for (var font : fonts) {
      try {
        FontFile.read(font, characters);
      } catch (IOException e) {
        LOG.warn("font {} cannot be read and is not used: {}", font, e.toString());
      }
    }
    return new GlyphCoverage(characters);
  }

  /**
   * Checks a text.
   *
   * @return a problem that names what cannot be drawn, or nothing
   */
  public List<Problem> check(String text, String field) {
    var missing = new LinkedHashSet<Integer>();
    text.codePoints().filter(c -> !invisible(c) && !characters.get(c)).forEach(missing::add);
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(
        Problem.error(
            field,
            "no font can draw " + names(missing),
            "add a folder of fonts that have them: vidgen.fonts or FfmpegOptions.addFontFolder;"
                + " Noto fonts cover every script"));
  }

  private static String names(Set<Integer> missing) {
    var named =
        missing.stream()
            .limit(NAMED)
            .map(c -> String.format(Locale.ROOT, "%s (U+%04X)", Character.toString(c), c))
            .collect(Collectors.joining(", "));
    return missing.size() > NAMED ? named + " and " + (missing.size() - NAMED) + " more" : named;
  }

  /** What draws nothing by itself, or is taken out before drawing. */
  public static boolean invisible(int c) {
    boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
    boolean skinTone = c >= 0x1F3FB && c <= 0x1F3FF;
    return selector
        || skinTone
        || Character.isISOControl(c)
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
