package io.vidgen.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The heading that starts a scene of a block script.
 *
 * @param word the folded keyword: bloc, block, scene or sequence
 * @param text the heading without decoration, as the scene keeps it
 * @param certain whether it cannot be a sentence: it has a number, or stands alone
 */
record BlockHeading(String word, String text, boolean certain) {

  private static final Pattern KEYWORD = Pattern.compile("^(bloc|block|scene|sequence)s?(?![a-z])");

  private static final Pattern NUMBER =
      Pattern.compile(
          "^ ?(?:n ?[°ºo] ?|#)?(?:[0-9]{1,4}(?: ?(?:[-–—/&.]|of|sur|et|and) ?[0-9]{1,4})?"
              + "|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten"
              + "|un|deux|trois|quatre|cinq|sept|huit|neuf|dix)(?![\\p{L}\\p{N}])");

  /** How much of a line is looked at to tell a heading from a sentence. */
  private static final int LONGEST = 200;

  static @Nullable BlockHeading find(BlockLine line) {
    String raw = line.raw();
    if (line.words() >= raw.length()
        || "bs".indexOf(Character.toLowerCase(raw.charAt(line.words()))) < 0) {
      return null;
    }
    String rest = raw.substring(line.words(), Math.min(raw.length(), line.words() + LONGEST));
    String folded = Words.fold(Markup.plain(rest));
    Matcher keyword = KEYWORD.matcher(folded);
    if (!keyword.find()) {
      return null;
    }
    String after = folded.substring(keyword.end());
    Matcher number = NUMBER.matcher(after);
    boolean numbered = number.find();
    String tail = Words.trim(numbered ? after.substring(number.end()) : after);
    boolean grammatical = tail.isEmpty() || ":：(-–—|].,".indexOf(tail.charAt(0)) >= 0;
    // "Block 5, the last one, was empty": a comma or a full stop inside is a sentence.
    boolean sentence = !tail.isEmpty() && ".,".indexOf(tail.charAt(0)) >= 0 && tail.length() > 1;
    boolean strong = line.isStrong();
    if (!strong && (!grammatical || sentence)) {
      return null;
    }
    return new BlockHeading(
        keyword.group(1),
        withoutEnd(Markup.plain(raw.substring(line.words()))),
        grammatical && (numbered || tail.length() <= 1));
  }

  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0
        && (Words.isSpace(text.charAt(end - 1)) || ":：]#-–—|".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return text.substring(0, end);
  }
}
