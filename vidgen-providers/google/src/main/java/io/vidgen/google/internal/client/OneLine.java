package io.vidgen.google.internal.client;

/** Google's words in messages of this library. */
public final class OneLine {
  private OneLine() {}

  /** The beginning of a text, with white space of any kind as one space. */
  public static String of(String text, int most) {
    var line = text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.length() <= most ? line : line.substring(0, most) + "…";
  }
}
