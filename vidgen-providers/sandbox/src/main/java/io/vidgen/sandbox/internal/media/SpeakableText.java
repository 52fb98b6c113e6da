package io.vidgen.sandbox.internal.media;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as an English voice can say it, word for word: accents are dropped, letters of other
 * scripts become syllables. It sounds like nothing, but it has words, pauses and a length.
 *
 * @param words as they are shown
 * @param spoken as they are said, one for each of {@code words}
 */
record SpeakableText(List<String> words, List<String> spoken) {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern TAGS = Pattern.compile("<[^>]{0,200}>");
  private static final Pattern SAID = Pattern.compile(".*[A-Za-z0-9].*");
  private static final String CONSONANTS = "bdfgklmnprst";
  private static final String VOWELS = "aeiou";
  private static final int LONGEST = 12;

  static SpeakableText of(String text) {
    var words = new ArrayList<String>();
    var spoken = new ArrayList<String>();
    for (String word : TAGS.matcher(text).replaceAll(" ").strip().split("\\s+", -1)) {
      var said = say(word);
      if (SAID.matcher(said).matches()) {
        words.add(word);
        spoken.add(said);
      } else if (!words.isEmpty() && !word.isEmpty()) {
        int last = words.size() - 1;
        words.set(last, words.get(last) + " " + word);
        spoken.set(last, spoken.get(last) + said);
      }
    }
    return new SpeakableText(List.copyOf(words), List.copyOf(spoken));
  }

  private static String say(String word) {
    var plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    var said = new StringBuilder();
    int syllables = 0;
    for (int c : plain.codePoints().toArray()) {
      if (c < 128) {
        said.appendCodePoint(c);
      } else if (Character.isLetterOrDigit(c) && ++syllables <= LONGEST) {
        said.append(CONSONANTS.charAt(c % CONSONANTS.length()));
        said.append(VOWELS.charAt(c / CONSONANTS.length() % VOWELS.length()));
      } else if ("。！？，、；：…".indexOf(c) >= 0) {
        said.append("。！？…".indexOf(c) >= 0 ? '.' : ',');
      }
    }
    return said.toString();
  }
}
