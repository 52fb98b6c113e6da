package io.vidgen.align.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to say a number in English; the sound decides which one it was. */
final class NumberWords {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] SCALES = {"", " thousand", " million", " billion", " trillion"};
  private static final Map<String, String> ORDINALS =
      Map.of(
          "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth",
          "nine", "ninth", "twelve", "twelfth");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d\\d)");
  private static final Pattern FRACTION = Pattern.compile("([1-9])/([2-9])");
  private static final Pattern DECIMAL = Pattern.compile("(\\d+)\\.(\\d+)");
  private static final Pattern ENDING = Pattern.compile("(\\d+)(st|nd|rd|th|s)");
  private static final Pattern DOLLARS = Pattern.compile("\\$(\\d+)(?:\\.(\\d\\d))?");

  /** Longer digits are read one by one. */
  private static final int LONGEST = 15;

  private NumberWords() {}

  /**
   * Ways to say a number as {@link io.vidgen.subtitle.EnglishReader} leaves it.
   *
   * @return the likeliest first; empty for what is no number
   */
  static List<String> of(String shown) {
    var text = shown.replace(",", "");
    Matcher time = TIME.matcher(text);
    Matcher fraction = FRACTION.matcher(text);
    Matcher decimal = DECIMAL.matcher(text);
    Matcher ending = ENDING.matcher(text);
    Matcher dollars = DOLLARS.matcher(text);
    if (text.matches("\\d+")) {
      return plain(text);
    } else if (dollars.matches()) {
      var cents = dollars.group(2) == null ? "" : " " + cardinal(dollars.group(2));
      var unit = dollars.group(1).equals("1") ? " dollar" : " dollars";
      return List.of(cardinal(dollars.group(1)) + unit + cents);
    } else if (time.matches()) {
      return List.of(time(time.group(1), time.group(2)));
    } else if (fraction.matches()) {
      return fraction(fraction.group(1), fraction.group(2));
    } else if (decimal.matches()) {
      return List.of(cardinal(decimal.group(1)) + " point " + digits(decimal.group(2)));
    } else if (ending.matches()) {
      return ending(ending.group(1), ending.group(2));
    }
    return List.of();
  }

  private static List<String> plain(String digits) {
    var ways = new ArrayList<String>();
    boolean year = digits.length() == 4 && digits.charAt(0) != '0';
    if (year && !digits.endsWith("000")) {
      ways.add(pairs(digits));
    }
    if (digits.length() > LONGEST || (digits.length() > 1 && digits.charAt(0) == '0')) {
      return List.of(digits(digits));
    }
    ways.add(cardinal(digits));
    if (digits.length() > 2) {
      ways.add(digits(digits));
      ways.add(cardinal(digits).replaceFirst(" hundred (?=\\w)", " hundred and "));
    }
    return ways.stream().distinct().toList();
  }

  /** Nineteen eighty four, nineteen oh five, nineteen hundred. */
  private static String pairs(String digits) {
    var left = cardinal(digits.substring(0, 2));
    var right = digits.substring(2);
    if (right.equals("00")) {
      return left + " hundred";
    }
    return left + (right.charAt(0) == '0' ? " oh " : " ") + cardinal(right);
  }

  private static List<String> ending(String digits, String ending) {
    if (digits.length() > LONGEST) {
      return List.of(digits(digits));
    }
    return plain(digits).stream()
        .map(way -> ending.equals("s") ? plural(way) : ordinal(way))
        .toList();
  }

  private static String plural(String words) {
    return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
  }

  private static String ordinal(String words) {
    int cut = words.lastIndexOf(' ') + 1;
    var last = words.substring(cut);
    var irregular = ORDINALS.get(last);
    if (irregular != null) {
      return words.substring(0, cut) + irregular;
    }
    return last.endsWith("y") ? words.substring(0, words.length() - 1) + "ieth" : words + "th";
  }

  private static String time(String hours, String minutes) {
    if (minutes.equals("00")) {
      return cardinal(hours) + " o'clock";
    }
    return cardinal(hours) + (minutes.charAt(0) == '0' ? " oh " : " ") + cardinal(minutes);
  }

  private static List<String> fraction(String above, String below) {
    if (below.equals("2")) {
      return List.of((above.equals("1") ? "a" : cardinal(above)) + " half", "one half");
    }
    var part = below.equals("4") ? "quarter" : ordinal(cardinal(below));
    return List.of(
        cardinal(above) + " " + part + (above.equals("1") ? "" : "s"),
        cardinal(above) + " over " + cardinal(below));
  }

  private static String digits(String digits) {
    var out = new StringBuilder();
    digits.chars().forEach(c -> out.append(' ').append(SMALL[c - '0']));
    return out.substring(1);
  }

  private static String cardinal(String digits) {
    if (digits.length() > LONGEST) {
      return digits(digits);
    }
    long value = Long.parseLong(digits);
    if (value == 0) {
      return SMALL[0];
    }
    var out = "";
    for (int scale = 0; value > 0; scale++, value /= 1000) {
      if (value % 1000 > 0) {
        out = hundreds((int) (value % 1000)) + SCALES[scale] + (out.isEmpty() ? "" : " " + out);
      }
    }
    return out;
  }

  private static String hundreds(int value) {
    if (value < 20) {
      return SMALL[value];
    }
    if (value < 100) {
      return TENS[value / 10] + (value % 10 == 0 ? "" : " " + SMALL[value % 10]);
    }
    var rest = value % 100 == 0 ? "" : " " + hundreds(value % 100);
    return SMALL[value / 100] + " hundred" + rest;
  }
}
