package io.vidgen.google.internal.script;

import io.vidgen.model.DialogueLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out of a line what is not spoken: quotation marks, the speaker's name, asides, markup. */
final class SpokenLine {

  private static final Set<String> NARRATORS =
      Set.of(
          "narrator",
          "narration",
          "voice over",
          "voice-over",
          "voiceover",
          "vo",
          "narrateur",
          "narratrice",
          "voix off",
          "erzähler",
          "erzählerin",
          "narrador",
          "narradora",
          "narratore",
          "旁白",
          "ナレーター",
          "الراوي");

  private static final Pattern MARKUP = Pattern.compile("\\*+|(?<!\\w)_+|_+(?!\\w)|`+|^#+\\s*");
  private static final Pattern ASIDE = Pattern.compile("^[(\\[（]([^)\\]）]{1,60})[)\\]）]\\s*");
  private static final Pattern LABEL =
      Pattern.compile("^([^:：\"“«]{1,60}?)\\s*(?:[(（]([^)）]{1,60})[)）])?\\s*[:：]\\s*");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cc}]+");
  private static final String OPENING = "\"“”„«»「『＂";
  private static final String CLOSING = "\"”“»«」』＂";

  private SpokenLine() {}

  /**
   * The line as it is spoken; empty when nothing is left to say.
   *
   * @param line as it was answered
   * @param names names of the characters
   */
  static Optional<DialogueLine> of(DialogueLine line, List<String> names) {
    var speaker = speaker(line.speaker(), names);
    var direction = oneLine(line.direction());
    var text = oneLine(MARKUP.matcher(line.text()).replaceAll(""));
    var label = LABEL.matcher(text);
    if (label.find() && isSpeaker(label.group(1), speaker, names)) {
      speaker = speaker(label.group(1), names);
      direction = direction.isEmpty() && label.group(2) != null ? label.group(2) : direction;
      text = text.substring(label.end());
    }
    var aside = ASIDE.matcher(text);
    if (aside.find()) {
      direction = direction.isEmpty() ? aside.group(1) : direction;
      text = text.substring(aside.end());
    }
    text = unquoted(text);
    return text.codePoints().anyMatch(Character::isLetterOrDigit)
        ? Optional.of(new DialogueLine(speaker, direction, text))
        : Optional.empty();
  }

  /** White space of any kind as one space. */
  static String oneLine(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static boolean isSpeaker(String label, String speaker, List<String> names) {
    return label.strip().equalsIgnoreCase(speaker)
        || isNarrator(label)
        || names.stream().anyMatch(label.strip()::equalsIgnoreCase);
  }

  /** The character's own spelling of a name; empty for the narrator. */
  private static String speaker(String name, List<String> names) {
    var plain = oneLine(MARKUP.matcher(name).replaceAll(""));
    if (isNarrator(plain)) {
      return "";
    }
    return names.stream().filter(plain::equalsIgnoreCase).findFirst().orElse(plain);
  }

  private static boolean isNarrator(String name) {
    return NARRATORS.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /** Only marks around the whole are taken; those inside belong to what is said. */
  private static String unquoted(String text) {
    var inside = text.strip();
    while (inside.length() > 1) {
      int kind = OPENING.indexOf(inside.charAt(0));
      char last = inside.charAt(inside.length() - 1);
      var middle = inside.substring(1, inside.length() - 1);
      if (kind < 0 || CLOSING.indexOf(last) < 0 || middle.indexOf(inside.charAt(0)) >= 0) {
        return inside;
      }
      inside = middle.strip();
    }
    return inside;
  }
}
