package io.vidgen.subtitle;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Collects the values of a style; not thread-safe. */
public final class CaptionStyleBuilder {

  private CaptionMode mode = CaptionMode.HIGHLIGHT;
  private String fontFamily = "Montserrat ExtraBold";
  private int fontSize = 88;
  private Map<UnicodeScript, Double> scriptScale = CaptionStyle.DEFAULT_SCALE;
  private Rgba primary = new Rgba(255, 255, 255, 255);
  private Rgba highlight = new Rgba(255, 212, 0, 255);
  private Rgba outlineColour = new Rgba(0, 0, 0, 255);
  private Rgba boxColour = new Rgba(0, 0, 0, 153);
  private boolean bold;
  private double outline = 6;
  private double shadow = 2;
  private boolean box;
  private CaptionPosition position = CaptionPosition.BOTTOM;
  private SafeZone safeZone = SafeZone.ALL;
  private int margin = 60;
  private Duration fadeIn = Duration.ZERO;
  private Duration fadeOut = Duration.ZERO;

  CaptionStyleBuilder() {}

  /**
   * Sets how the spoken word is shown.
   *
   * @param mode the mode
   * @return this builder
   */
  public CaptionStyleBuilder mode(CaptionMode mode) {
    this.mode = mode;
    return this;
  }

  /**
   * Sets the factor on the size of one script; the others stay.
   *
   * @param script the script
   * @param factor 0.2 to 5
   * @return this builder
   */
  public CaptionStyleBuilder scriptScale(UnicodeScript script, double factor) {
    Map<UnicodeScript, Double> all = new EnumMap<>(UnicodeScript.class);
    all.putAll(scriptScale);
    all.put(script, factor);
    this.scriptScale = all;
    return this;
  }

  /**
   * Sets the colour of words.
   *
   * @param primary the colour
   * @return this builder
   */
  public CaptionStyleBuilder primary(Rgba primary) {
    this.primary = primary;
    return this;
  }

  /**
   * Sets the colour of the spoken word.
   *
   * @param highlight the colour
   * @return this builder
   */
  public CaptionStyleBuilder highlight(Rgba highlight) {
    this.highlight = highlight;
    return this;
  }

  /**
   * Sets the colour of the box or the shadow.
   *
   * @param boxColour the colour
   * @return this builder
   */
  public CaptionStyleBuilder boxColour(Rgba boxColour) {
    this.boxColour = boxColour;
    return this;
  }

  /**
   * Sets whether a bold cut is asked for.
   *
   * @param bold true for bold
   * @return this builder
   */
  public CaptionStyleBuilder bold(boolean bold) {
    this.bold = bold;
    return this;
  }

  /**
   * Sets how far the shadow falls or the box reaches.
   *
   * @param shadow pixels of a frame 1920 high, 0 to 100
   * @return this builder
   */
  public CaptionStyleBuilder shadow(double shadow) {
    this.shadow = shadow;
    return this;
  }

  /**
   * Sets whether a box stands behind each cue.
   *
   * @param box true for a box
   * @return this builder
   */
  public CaptionStyleBuilder box(boolean box) {
    this.box = box;
    return this;
  }

  /**
   * Sets where captions stand.
   *
   * @param position the position
   * @return this builder
   */
  public CaptionStyleBuilder position(CaptionPosition position) {
    this.position = position;
    return this;
  }

  /**
   * Sets what to keep free.
   *
   * @param safeZone the zone
   * @return this builder
   */
  public CaptionStyleBuilder safeZone(SafeZone safeZone) {
    this.safeZone = safeZone;
    return this;
  }

  /**
   * Sets the least distance from each edge.
   *
   * @param margin pixels of a 1080x1920 frame, 0 to 500
   * @return this builder
   */
  public CaptionStyleBuilder margin(int margin) {
    this.margin = margin;
    return this;
  }

  /**
   * Sets the font.
   *
   * @param family the family name, without comma
   * @param size pixels of a frame 1920 high, 8 to 400
   * @return this builder
   */
  public CaptionStyleBuilder font(String family, int size) {
    this.fontFamily = family;
    this.fontSize = size;
    return this;
  }

  /**
   * Sets the outline.
   *
   * @param width pixels of a frame 1920 high, 0 to 50
   * @param colour the colour
   * @return this builder
   */
  public CaptionStyleBuilder outline(double width, Rgba colour) {
    this.outline = width;
    this.outlineColour = colour;
    return this;
  }

  /**
   * Sets how a cue appears and disappears.
   *
   * @param in how long it takes to appear, 0 to 5 s
   * @param out how long it takes to disappear, 0 to 5 s
   * @return this builder
   */
  public CaptionStyleBuilder fade(Duration in, Duration out) {
    this.fadeIn = in;
    this.fadeOut = out;
    return this;
  }

  /**
   * Makes the style.
   *
   * @return the style
   * @throws IllegalArgumentException if a value is out of its range
   */
  public CaptionStyle build() {
    return new CaptionStyle(
        mode,
        fontFamily,
        fontSize,
        scriptScale,
        primary,
        highlight,
        outlineColour,
        boxColour,
        bold,
        outline,
        shadow,
        box,
        position,
        safeZone,
        margin,
        fadeIn,
        fadeOut);
  }
}
