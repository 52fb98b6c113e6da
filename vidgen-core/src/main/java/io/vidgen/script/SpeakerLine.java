package io.vidgen.script;

import io.vidgen.model.DialogueLine;
import org.jspecify.annotations.Nullable;

/**
 * A line without quotation marks that starts with a name and a colon: "MAX: Where are we?".
 *
 * @param who the name and the manner
 * @param text what is said
 * @param certain false for one word with a capital ("Attention: ..."), which may be no name
 */
record SpeakerLine(Attribution who, String text, boolean certain) {

  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_NAME = 5;

  static @Nullable SpeakerLine find(String line) {
    int colon = line.substring(0, Math.min(line.length(), LONGEST_LABEL)).indexOf(':');
    if (colon < 1) {
      return null;
    }
    String label = Words.trim(line.substring(0, colon));
    String text = Markup.plain(line.substring(colon + 1));
    boolean time = colon + 1 < line.length() && Character.isDigit(line.charAt(colon + 1));
    if (time || !Words.hasLetterOrDigit(text)) {
      return null;
    }
    String plain = Markup.plain(label);
    int aside = plain.indexOf('(');
    String name = Words.trim(aside < 0 ? plain : plain.substring(0, aside));
    boolean narrator = SpeechWords.isNarrator(name);
    if (!narrator && !isName(name)) {
      return null;
    }
    boolean capitals = name.length() > 1 && name.equals(name.toUpperCase(java.util.Locale.ROOT));
    boolean certain =
        narrator || capitals || aside > 0 || label.startsWith("**") || name.indexOf(' ') > 0;
    return new SpeakerLine(Attribution.of(label + ":"), text, certain);
  }

  DialogueLine toDialogue() {
    return new DialogueLine(who.speaker(), who.direction(), text);
  }

  private static boolean isName(String name) {
    String[] tokens = name.split("[ \u00A0]+", -1);
    if (tokens.length > LONGEST_NAME || !startsWithCapital(tokens[0])) {
      return false;
    }
    for (int i = 1; i < tokens.length; i++) {
      String token = tokens[i];
      boolean small = SpeechWords.INSIDE_NAMES.contains(Words.fold(token));
      if (token.isEmpty() || (!small && !Attribution.isName(token))) {
        return false;
      }
    }
    return name.chars().noneMatch(c -> ".!?,;".indexOf(c) >= 0)
        && !SpeechWords.PRONOUNS.contains(Words.fold(name));
  }

  private static boolean startsWithCapital(String token) {
    return !token.isEmpty()
        && Attribution.isName(token)
        && !Character.isDigit(token.codePointAt(0));
  }
}
