package io.vidgen.subtitle;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes Advanced SubStation Alpha (ASS v4.00+) for burning in with libass. Pure: equal input gives
 * equal text.
 *
 * <p>Each cue is one event with {@code \k} or {@code \kf} for each word. Lines are broken by {@code
 * \N} only. Text stays in logical order: the style's encoding -1 makes libass find the direction of
 * each line itself and lay out the whole line across tags, so that Arabic and Hebrew with a tag for
 * each word run from right to left; VSFilter does not do that. Times are rounded to hundredths of a
 * second, the format's resolution; inside an event the spoken word changes to the millisecond.
 */
public final class AssWriter {

  private static final String STYLE_NAME = "Caption";

  private AssWriter() {}

  /**
   * Writes a track.
   *
   * @param track the captions, or a {@linkplain CaptionTrack#window window} of them
   * @param style how they look
   * @param width the video's width in pixels, 16 to 16384
   * @param height the video's height in pixels, 16 to 16384
   * @return the file's text, with {@code \n} line ends
   * @throws IllegalArgumentException if the size is out of its range
   */
  public static String write(CaptionTrack track, CaptionStyle style, int width, int height) {
    if (Math.min(width, height) < 16 || Math.max(width, height) > 16384) {
      throw new IllegalArgumentException(
          "width and height must be 16 to 16384, not " + width + " and " + height);
    }
    AssLayout layout = new AssLayout(style, width, height);
    StringBuilder out = new StringBuilder(1024);
    header(out, track.language(), width, height);
    style(out, style, layout);
    out.append("[Events]\n");
    out.append("Format: ").append(String.join(", ", AssDocument.EVENT_FORMAT)).append('\n');
    boolean rightToLeft = Scripts.isRightToLeft(track.language().getLanguage());
    for (int i = 0; i < track.cues().size(); i++) {
      Cue cue = track.cues().get(i);
      long start = AssTime.centis(cue.start());
      long end = AssTime.centis(cue.end());
      if (start < end && !cue.lines().isEmpty()) {
        long offset = track.from().toMillis();
        Cue whole = track.wholeCues().get(i);
        AssKaraoke event =
            new AssKaraoke(
                style, layout, rightToLeft, whole, start * 10 + offset, end * 10 + offset);
        out.append("Dialogue: 0,").append(AssTime.write(start)).append(',');
        out.append(AssTime.write(end)).append(',').append(STYLE_NAME).append(",,0,0,0,,");
        out.append(event.text()).append('\n');
      }
    }
    return out.toString();
  }

  /**
   * Writes a document that was read, or made by hand.
   *
   * @param document the document
   * @return the file's text, with {@code \n} line ends; reading it gives an equal document
   */
  public static String write(AssDocument document) {
    StringBuilder out = new StringBuilder(1024);
    out.append("[Script Info]\n");
    document
        .info()
        .forEach((key, value) -> out.append(AssFields.oneLine(key + ": " + value)).append('\n'));
    out.append("\n[V4+ Styles]\n");
    out.append("Format: ").append(String.join(", ", document.styleFormat())).append('\n');
    for (Map<String, String> style : document.styles()) {
      List<String> values =
          document.styleFormat().stream()
              .map(f -> AssFields.field(style.getOrDefault(f, "")))
              .toList();
      out.append("Style: ").append(String.join(",", values)).append('\n');
    }
    out.append("\n[Events]\n");
    out.append("Format: ").append(String.join(", ", AssDocument.EVENT_FORMAT)).append('\n');
    for (AssEvent event : document.events()) {
      out.append(event.line()).append('\n');
    }
    return out.toString();
  }

  private static void header(StringBuilder out, Locale language, int width, int height) {
    out.append("[Script Info]\nScriptType: v4.00+\n");
    out.append("PlayResX: ").append(width).append("\nPlayResY: ").append(height);
    out.append("\nWrapStyle: 2\nScaledBorderAndShadow: yes\nYCbCr Matrix: None\n");
    if (!language.getLanguage().isEmpty()) {
      out.append("Language: ").append(language.getLanguage()).append('\n');
    }
    out.append('\n');
  }

  private static void style(StringBuilder out, CaptionStyle style, AssLayout layout) {
    boolean fill = style.mode() == CaptionMode.FILL;
    Rgba spoken = fill ? style.highlight() : style.primary();
    int alignment =
        switch (style.position()) {
          case BOTTOM -> 2;
          case MIDDLE -> 5;
          case TOP -> 8;
        };
    out.append("[V4+ Styles]\nFormat: ");
    out.append(String.join(", ", AssDocument.STYLE_FORMAT)).append("\nStyle: ");
    out.append(
        String.join(
            ",",
            STYLE_NAME,
            style.fontFamily(),
            String.valueOf(layout.fontSize()),
            spoken.assStyle(),
            style.primary().assStyle(),
            style.outlineColour().assStyle(),
            style.boxColour().assStyle(),
            style.bold() ? "-1" : "0",
            "0,0,0,100,100,0,0",
            style.box() ? "4" : "1",
            number(layout.pixels(style.outline())),
            number(layout.pixels(style.shadow())),
            String.valueOf(alignment),
            String.valueOf(layout.sideMargin()),
            String.valueOf(layout.sideMargin()),
            String.valueOf(layout.verticalMargin()),
            "-1"));
    out.append("\n\n");
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
