package io.vidgen.subtitle;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.Map;

/**
 * How captions look when they are burned in.
 *
 * @param mode how the spoken word is shown; default {@link CaptionMode#HIGHLIGHT}
 * @param fontFamily the family name of the font as its {@code name} table has it, without comma; it
 *     must be known to the renderer, else another font with other widths is taken; default
 *     "Montserrat ExtraBold"
 * @param fontSize the height of a line in pixels of a frame 1920 high, 8 to 400; other frames scale
 *     it by their height; default 88
 * @param scriptScale a factor on the size per script, 0.2 to 5, because fonts of some scripts draw
 *     smaller letters into the same line height; default Arabic 1.4, Thai and Devanagari 1.2, all
 *     others 1
 * @param primary the colour of words; default white
 * @param highlight the colour of the spoken word, or of spoken text in {@link CaptionMode#FILL};
 *     default #FFD400
 * @param outlineColour the colour of the outline; default black
 * @param boxColour the colour of the box, or of the shadow when there is no box; default black, 60
 *     % opaque
 * @param bold whether a bold cut is asked for; default false, as the default family is bold itself
 * @param outline the width of the outline in pixels of a frame 1920 high, 0 to 50; default 6
 * @param shadow how far the shadow falls, or how far the box reaches beyond the text, in the same
 *     pixels, 0 to 100; default 2
 * @param box whether a box stands behind each cue; needs libass, other players may draw none;
 *     default false
 * @param position where captions stand; default {@link CaptionPosition#BOTTOM}
 * @param safeZone what to keep free; default {@link SafeZone#ALL}
 * @param margin the least distance from each edge in pixels of a 1080x1920 frame, 0 to 500; default
 *     60
 * @param fadeIn how long a cue takes to appear, 0 to 5 s; default zero
 * @param fadeOut how long it takes to disappear, 0 to 5 s; default zero
 */
public record CaptionStyle(
    CaptionMode mode,
    String fontFamily,
    int fontSize,
    Map<UnicodeScript, Double> scriptScale,
    Rgba primary,
    Rgba highlight,
    Rgba outlineColour,
    Rgba boxColour,
    boolean bold,
    double outline,
    double shadow,
    boolean box,
    CaptionPosition position,
    SafeZone safeZone,
    int margin,
    Duration fadeIn,
    Duration fadeOut) {

  static final Map<UnicodeScript, Double> DEFAULT_SCALE =
      Map.of(
          UnicodeScript.ARABIC, 1.4,
          UnicodeScript.THAI, 1.2,
          UnicodeScript.DEVANAGARI, 1.2);

  private static final Duration MAX_FADE = Duration.ofSeconds(5);

  private static final CaptionStyle DEFAULTS = new CaptionStyleBuilder().build();

  /**
   * Checks the ranges and copies the map.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public CaptionStyle {
    scriptScale = Map.copyOf(scriptScale);
    if (fontFamily.isBlank() || fontFamily.chars().anyMatch(c -> c == ',' || c < ' ')) {
      throw new IllegalArgumentException(
          "fontFamily must be a name without comma and line break, not '" + fontFamily + "'");
    }
    check("fontSize", fontSize, 8, 400);
    check("outline", outline, 0, 50);
    check("shadow", shadow, 0, 100);
    check("margin", margin, 0, 500);
    scriptScale.forEach((script, factor) -> check("scriptScale of " + script, factor, 0.2, 5));
    for (Duration fade : new Duration[] {fadeIn, fadeOut}) {
      if (fade.isNegative() || fade.compareTo(MAX_FADE) > 0) {
        throw new IllegalArgumentException("a fade must be 0 to 5 s, not " + fade);
      }
    }
  }

  /**
   * White Montserrat ExtraBold of 88 px with a black outline, the spoken word in yellow, above the
   * lower edge of {@link SafeZone#ALL}.
   *
   * @return the defaults
   */
  public static CaptionStyle defaults() {
    return DEFAULTS;
  }

  /**
   * Starts from the defaults.
   *
   * @return a new builder
   */
  public static CaptionStyleBuilder builder() {
    return new CaptionStyleBuilder();
  }

  /**
   * Starts from this style.
   *
   * @return a new builder with the values of this style
   */
  public CaptionStyleBuilder toBuilder() {
    CaptionStyleBuilder builder =
        new CaptionStyleBuilder()
            .mode(mode)
            .font(fontFamily, fontSize)
            .primary(primary)
            .highlight(highlight)
            .outline(outline, outlineColour)
            .boxColour(boxColour)
            .bold(bold)
            .shadow(shadow)
            .box(box)
            .position(position)
            .safeZone(safeZone)
            .margin(margin)
            .fade(fadeIn, fadeOut);
    scriptScale.forEach(builder::scriptScale);
    return builder;
  }

  /** The factor on the size of letters of a script. */
  double scaleOf(UnicodeScript script) {
    return scriptScale.getOrDefault(script, 1.0);
  }

  private static void check(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", not " + value);
    }
  }
}
