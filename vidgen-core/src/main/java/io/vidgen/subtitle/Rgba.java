package io.vidgen.subtitle;

import java.util.HexFormat;

/**
 * A colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha 0, not seen, to 255, opaque
 */
public record Rgba(int red, int green, int blue, int alpha) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a part is not 0 to 255
   */
  public Rgba {
    if (((red | green | blue | alpha) & ~0xFF) != 0) {
      throw new IllegalArgumentException(
          "parts of a colour must be 0 to 255: " + red + ", " + green + ", " + blue + ", " + alpha);
    }
  }

  /**
   * Reads a colour as CSS writes it.
   *
   * @param text {@code #RRGGBB}, opaque, or {@code #RRGGBBAA}, in either case
   * @return the colour
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Rgba parse(String text) {
    boolean hex =
        (text.length() == 7 || text.length() == 9)
            && text.charAt(0) == '#'
            && text.chars().skip(1).allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    if (!hex) {
      throw new IllegalArgumentException(
          "a colour is written #RRGGBB or #RRGGBBAA, for example #FFD400, not '" + text + "'");
    }
    long value = Long.parseLong(text.substring(1), 16);
    long all = text.length() == 7 ? value << 8 | 0xFF : value;
    return new Rgba(
        (int) (all >> 24) & 0xFF,
        (int) (all >> 16) & 0xFF,
        (int) (all >> 8) & 0xFF,
        (int) all & 0xFF);
  }

  /**
   * The colour as CSS writes it.
   *
   * @return {@code #RRGGBB}, or {@code #RRGGBBAA} when it is not opaque
   */
  @Override
  public String toString() {
    String rgb = "#" + hex(red) + hex(green) + hex(blue);
    return alpha == 255 ? rgb : rgb + hex(alpha);
  }

  /** For a style line: {@code &HAABBGGRR}, where ASS counts alpha from opaque, 00, to FF. */
  String assStyle() {
    return "&H" + hex(255 - alpha) + hex(blue) + hex(green) + hex(red);
  }

  /** For an override tag: {@code &HBBGGRR&}. */
  String assColour() {
    return "&H" + hex(blue) + hex(green) + hex(red) + "&";
  }

  /** For an override tag: {@code &HAA&}. */
  String assAlpha() {
    return "&H" + hex(255 - alpha) + "&";
  }

  private static String hex(int part) {
    return HEX.toHexDigits((byte) part);
  }
}
