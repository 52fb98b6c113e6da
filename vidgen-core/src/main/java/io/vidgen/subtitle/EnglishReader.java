package io.vidgen.subtitle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns one shown word into what an English voice should say for it: "20k" into "20 thousand",
 * "Dr." into "doctor". Plain numbers, dates and ordinals are left to the voice, which knows them.
 */
public final class EnglishReader {
  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("mr.", "mister"),
          Map.entry("mr", "mister"),
          Map.entry("mrs.", "missus"),
          Map.entry("mrs", "missus"),
          Map.entry("ms.", "miz"),
          Map.entry("dr.", "doctor"),
          Map.entry("prof.", "professor"),
          Map.entry("st.", "saint"),
          Map.entry("vs.", "versus"),
          Map.entry("vs", "versus"),
          Map.entry("etc.", "et cetera"),
          Map.entry("etc", "et cetera"),
          Map.entry("e.g.", "for example"),
          Map.entry("i.e.", "that is"),
          Map.entry("approx.", "approximately"),
          Map.entry("no.", "number"),
          Map.entry("w/", "with"),
          Map.entry("w/o", "without"),
          Map.entry("&", "and"),
          Map.entry("+", "plus"),
          Map.entry("=", "equals"),
          Map.entry("@", "at"),
          Map.entry("%", "percent"),
          Map.entry("×", "times"),
          Map.entry("24/7", "24 7"),
          Map.entry("ok", "okay"),
          Map.entry("km", "kilometers"),
          Map.entry("kg", "kilograms"),
          Map.entry("cm", "centimeters"),
          Map.entry("mph", "miles per hour"),
          Map.entry("wifi", "why fye"),
          Map.entry("wi-fi", "why fye"));

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("k", "thousand"),
          Map.entry("K", "thousand"),
          Map.entry("M", "million"),
          Map.entry("B", "billion"),
          Map.entry("bn", "billion"),
          Map.entry("x", "times"),
          Map.entry("X", "times"),
          Map.entry("×", "times"),
          Map.entry("%", "percent"),
          Map.entry("+", "plus"),
          Map.entry("°", "degrees"),
          Map.entry("°C", "degrees celsius"),
          Map.entry("°F", "degrees fahrenheit"),
          Map.entry("km", "kilometers"),
          Map.entry("m", "meters"),
          Map.entry("cm", "centimeters"),
          Map.entry("mm", "millimeters"),
          Map.entry("kg", "kilograms"),
          Map.entry("g", "grams"),
          Map.entry("mph", "miles per hour"),
          Map.entry("h", "hours"),
          Map.entry("min", "minutes"),
          Map.entry("am", "A M"),
          Map.entry("pm", "P M"),
          Map.entry("AM", "A M"),
          Map.entry("PM", "P M"),
          Map.entry("GB", "gigabytes"),
          Map.entry("MB", "megabytes"),
          Map.entry("TB", "terabytes"),
          Map.entry("$", "dollars"),
          Map.entry("€", "euros"),
          Map.entry("£", "pounds"),
          Map.entry("¥", "yen"));

  private static final Set<String> SPELLED =
      Set.of(
          "US", "USA", "UK", "EU", "UN", "AI", "TV", "PC", "ID", "UFO", "DIY", "FAQ", "CEO", "FBI",
          "CIA", "DNA", "GPS", "HD", "PR", "VR", "AR", "API", "LA", "NY", "DC", "AM", "PM");

  private static final Pattern MONEY =
      Pattern.compile("([$€£¥])(\\d[\\d,]*(?:\\.\\d+)?)([kKMB]|bn|m)?");
  private static final Pattern QUANTITY = Pattern.compile("(\\d[\\d,]*(?:[.:]\\d+)?)(\\D{1,3})");
  private static final Pattern RANGE = Pattern.compile("(\\d[\\d,.]*)[-–—](\\d[\\d,.]*)(\\D{0,2})");
  private static final Pattern DOMAIN =
      Pattern.compile("(?:https?://)?((?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,})(/.*)?");
  private static final Pattern DOTTED = Pattern.compile("(?:[A-Za-z]\\.)+[A-Za-z]?");
  private static final Pattern ORDINARY = Pattern.compile("[A-Za-z]+(?:'[A-Za-z]+)*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d{1,3}(,\\d{3})+|\\d+(\\.\\d+)?|\\d{1,2}:\\d\\d|\\d+(st|nd|rd|th|s)|[1-9]/[2-9]");

  private final Predicate<String> known;

  /**
   * A reader.
   *
   * @param known whether the voice's dictionary has a lower-case word
   */
  public EnglishReader(Predicate<String> known) {
    this.known = known;
  }

  /**
   * What to say for a word.
   *
   * @param shown the word as it is shown
   * @return words of ASCII letters, digits and apostrophes; empty when there is nothing to say
   */
  public List<String> read(String shown) {
    String word = plain(shown);
    List<String> out = new ArrayList<>();
    for (String part : word.split("[ _]+", -1)) {
      readPart(part, out);
    }
    return List.copyOf(out);
  }

  /**
   * The pause mark that a word ends with.
   *
   * @param shown the word as it is shown
   * @return a comma, a full stop, a question or exclamation mark, or nothing
   */
  public static String punctuation(String shown) {
    String word = plain(shown).replaceAll("[\"')\\]}* ]+$", "");
    if (word.isEmpty()) {
      return "";
    }
    char last = word.charAt(word.length() - 1);
    return switch (last) {
      case ',', ';', ':', '-' -> ",";
      case '?', '!' -> String.valueOf(last);
      default -> word.endsWith("...") ? "," : "";
    };
  }

  /** ASCII as far as possible: accents off, typographic marks to plain ones. */
  private static String plain(String shown) {
    String word =
        shown
            .replace('’', '\'')
            .replace('‘', '\'')
            .replace("…", "...")
            .replace('–', '-')
            .replace('—', '-')
            .replace('\u00A0', ' ')
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("œ", "oe")
            .replace("ø", "o")
            .replace('“', '"')
            .replace('”', '"');
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replace('\u2044', '/');
  }

  private void readPart(String part, List<String> out) {
    String open = part.replaceAll("^[\"'(\\[{*<¿¡-]+", "");
    String closed = open.replaceAll("[\"')\\]}*>,;:!?-]+$", "");
    String whole = WHOLE.get(closed.toLowerCase(Locale.ROOT));
    String bare = closed.replaceAll("\\.+$", "");
    if (whole == null) {
      whole = WHOLE.get(bare.toLowerCase(Locale.ROOT));
    }
    if (whole != null) {
      out.addAll(List.of(whole.split(" ")));
    } else if (DOTTED.matcher(closed).matches() && closed.indexOf('.') >= 0) {
      letters(closed.replace(".", ""), out);
    } else {
      readBare(bare, out);
    }
  }

  private void readBare(String word, List<String> out) {
    Matcher money = MONEY.matcher(word);
    Matcher quantity = QUANTITY.matcher(word);
    Matcher range = RANGE.matcher(word);
    Matcher domain = DOMAIN.matcher(word);
    if (money.matches()) {
      readMoney(money, out);
    } else if (NUMBER.matcher(word).matches()) {
      addNumber(word, out);
    } else if (quantity.matches() && UNITS.containsKey(quantity.group(2))) {
      out.add(quantity.group(1));
      out.addAll(List.of(unit(quantity.group(2)).split(" ")));
    } else if (range.matches()) {
      out.add(range.group(1));
      out.add("to");
      readBare(range.group(2) + range.group(3), out);
    } else if (domain.matches()) {
      readDomain(domain.group(1), out);
    } else {
      readPieces(word, out);
    }
  }

  private static String unit(String symbol) {
    return UNITS.getOrDefault(symbol, symbol);
  }

  private static void readMoney(Matcher money, List<String> out) {
    String scale = money.group(3);
    if (scale == null && money.group(1).equals("$")) {
      out.add(money.group());
      return;
    }
    out.add(money.group(2));
    if (scale != null) {
      out.add(scale.equals("m") ? "million" : unit(scale));
    }
    out.add(unit(money.group(1)));
  }

  private void readDomain(String name, List<String> out) {
    String[] labels = name.split("\\.", -1);
    for (int i = 0; i < labels.length; i++) {
      if (i > 0) {
        out.add("dot");
      }
      readPieces(labels[i], out);
    }
  }

  /** Anything else: its letters and digits, with the signs that are spoken in between. */
  private void readPieces(String word, List<String> out) {
    String spaced =
        word.replaceAll("^#(?=\\d)", "number ")
            .replace("#", " hashtag ")
            .replaceAll("(?<=\\d)'s$", "s")
            .replaceAll("(?<=\\d)'(?=\\d)", " ")
            .replace("@", " at ")
            .replace("&", " and ")
            .replace("%", " percent ")
            .replaceAll("^~", "about ")
            .replaceAll("^\\+(?=\\d)", "plus ")
            .replaceAll("(?<=\\d)[/](?=\\d)", " over ")
            .replaceAll("(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-rt-z]|s.)", " ")
            .replaceAll("[^A-Za-z0-9']+", " ");
    for (String piece : spaced.strip().split(" +", -1)) {
      String core = piece.replaceAll("^'+|'+$", "");
      if (NUMBER.matcher(core).matches()) {
        addNumber(core, out);
      } else if (ORDINARY.matcher(core).matches()) {
        addWord(core, out);
      }
    }
  }

  /** The voice says nothing at all for several zeros. */
  private static void addNumber(String number, List<String> out) {
    if (number.matches("0{2,}")) {
      number.chars().forEach(zero -> out.add("0"));
    } else {
      out.add(number);
    }
  }

  /** Capitals are letters when they are an abbreviation, and a word when they only shout. */
  private void addWord(String word, List<String> out) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    if (capitals && (SPELLED.contains(word) || (word.length() <= 3 && !known.test(lower)))) {
      letters(word, out);
    } else {
      out.add(lower);
    }
  }

  private static void letters(String word, List<String> out) {
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (Character.isLetter(letter)) {
        out.add(
            Character.toLowerCase(letter) == 'a'
                ? "_a"
                : String.valueOf(letter).toLowerCase(Locale.ROOT));
      }
    }
  }
}
