package io.vidgen.subtitle;

import java.util.Locale;
import java.util.Set;

/** Takes the markup out of the text of SRT and WebVTT cues. */
final class Markup {

  private static final Set<String> TAGS =
      Set.of("i", "b", "u", "s", "c", "v", "font", "ruby", "rt", "lang", "br", "em", "strong");
  private static final int LONGEST_ENTITY = 8;

  private Markup() {}

  /** SRT: known HTML tags and <code>{\…}</code> go, everything else is text. */
  static String stripSrt(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = -1;
      if (c == '<') {
        end = tagEnd(text, i);
      } else if (c == '{' && text.startsWith("\\", i + 1)) {
        end = text.indexOf('}', i);
      }
      if (end < 0) {
        out.append(c);
      } else {
        if (name(text, i, end).equals("br")) {
          out.append('\n');
        }
        i = end;
      }
    }
    return out.toString();
  }

  /** Where a known tag that opens at {@code open} closes, or -1. */
  static int tagEnd(String text, int open) {
    int name = open + 1 < text.length() && text.charAt(open + 1) == '/' ? open + 2 : open + 1;
    if (name >= text.length() || !Character.isLetter(text.charAt(name))) {
      return -1;
    }
    int close = text.indexOf('>', name);
    return close > 0 && TAGS.contains(name(text, open, close)) ? close : -1;
  }

  /** WebVTT: the character that an entity at {@code at} stands for goes out; its length or 0. */
  static int entity(String text, int at, StringBuilder out) {
    int end = text.indexOf(';', at);
    if (end < 0 || end - at > LONGEST_ENTITY) {
      return 0;
    }
    int c =
        switch (text.substring(at + 1, end)) {
          case "amp" -> '&';
          case "lt" -> '<';
          case "gt" -> '>';
          case "quot" -> '"';
          case "apos", "#39" -> '\'';
          case "nbsp" -> 0xA0;
          case "lrm" -> 0x200E;
          case "rlm" -> 0x200F;
          default -> -1;
        };
    if (c < 0) {
      return 0;
    }
    out.append((char) c);
    return end - at + 1;
  }

  private static String name(String text, int open, int close) {
    int from = text.charAt(open + 1) == '/' ? open + 2 : open + 1;
    int end = from;
    while (end < close && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end).toLowerCase(Locale.ROOT);
  }
}
