package io.vidgen.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who speaks and how, read from the words beside a quote.
 *
 * @param speaker the name, empty for the narrator or when {@code known} is false
 * @param direction how it is said, empty for nothing
 * @param known whether the words name somebody; false leaves the speaker of the line before
 */
record Attribution(String speaker, String direction, boolean known) {

  static final Attribution NONE = new Attribution("", "", false);

  private static final Pattern ASIDE = Pattern.compile("[(\\[]([^()\\[\\]]*)[)\\]]");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][ \u00A0]+(?=\\S)");
  private static final int LONGEST_NAME = 5;

  /** Reads "Nano Banana murmure", "Max (laughing):", "the old captain says", "whispers Max". */
  static Attribution of(String lead) {
    String words = Markup.plain(lead);
    List<String> directions = new ArrayList<>();
    Matcher aside = ASIDE.matcher(words);
    while (aside.find()) {
      directions.add(trimPunctuation(aside.group(1)));
    }
    words = lastSentence(trimPunctuation(aside.replaceAll(" ")));
    int colon = words.indexOf(':');
    boolean labelled = endsWithColon(lead);
    if (colon > 0 && !labelled) {
      // "NANO: whispering" before the quote: the colon tells name from manner.
      directions.add(0, trimPunctuation(words.substring(colon + 1)));
      words = trimPunctuation(words.substring(0, colon));
      labelled = true;
    }
    if (SpeechWords.isNarrator(words)) {
      return new Attribution("", join("", directions), true);
    }
    List<String> tokens = tokens(words);
    int name = nameLength(tokens, labelled);
    if (name > 0) {
      String manner = String.join(" ", tokens.subList(name, tokens.size()));
      String speaker = trimPunctuation(String.join(" ", tokens.subList(0, name)));
      boolean narrator = SpeechWords.isNarrator(speaker);
      return new Attribution(narrator ? "" : speaker, join(manner, directions), true);
    }
    int tail = trailingName(tokens);
    if (tail > 0) {
      int split = tokens.size() - tail;
      String manner = String.join(" ", tokens.subList(0, split));
      String speaker = withoutStop(String.join(" ", tokens.subList(split, tokens.size())));
      return new Attribution(speaker, join(manner, directions), true);
    }
    return new Attribution("", join(String.join(" ", tokens), directions), false);
  }

  /** How many leading tokens are the name; 0 when nobody is named there. */
  private static int nameLength(List<String> tokens, boolean labelled) {
    if (tokens.isEmpty() || SpeechWords.PRONOUNS.contains(Words.fold(tokens.get(0)))) {
      return 0;
    }
    boolean article = SpeechWords.ARTICLES.contains(Words.fold(tokens.get(0)));
    int run = nameRun(tokens, article ? 1 : 0);
    if (run > (article ? 1 : 0)) {
      return run;
    }
    int verb = firstVerb(tokens);
    if (article && verb > 1) {
      return Math.min(verb, LONGEST_NAME);
    }
    if (labelled && verb < 0 && tokens.size() <= LONGEST_NAME) {
      return tokens.size();
    }
    return article && tokens.size() > 1 ? 2 : 0;
  }

  private static int nameRun(List<String> tokens, int from) {
    int end = from;
    for (int i = from; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (isName(token)) {
        end = i + 1;
        if (token.endsWith(",")) {
          break;
        }
      } else if (end == from || !SpeechWords.INSIDE_NAMES.contains(Words.fold(token))) {
        break;
      }
    }
    return end;
  }

  private static int trailingName(List<String> tokens) {
    int start = tokens.size();
    while (start > 0 && isName(tokens.get(start - 1))) {
      start--;
    }
    boolean said = tokens.stream().anyMatch(t -> SpeechWords.VERBS.contains(verb(t)));
    return said ? tokens.size() - start : 0;
  }

  private static int firstVerb(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (SpeechWords.VERBS.contains(verb(tokens.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  /** "dit-elle" and "dit," are "dit". */
  private static String verb(String token) {
    String folded = Words.fold(trimPunctuation(token));
    int hyphen = folded.indexOf('-');
    return hyphen > 0 ? folded.substring(0, hyphen) : folded;
  }

  static boolean isName(String token) {
    int c = token.codePointAt(0);
    // Scripts without capitals (Chinese, Arabic) have only "other" letters.
    return Character.isUpperCase(c)
        || Character.isTitleCase(c)
        || Character.isDigit(c)
        || Character.getType(c) == Character.OTHER_LETTER
        || (token.length() > 2
            && (token.charAt(1) == '\'' || token.charAt(1) == '’')
            && Character.isUpperCase(token.charAt(2)));
  }

  private static List<String> tokens(String words) {
    List<String> tokens = new ArrayList<>();
    for (String token : words.split("[ \u00A0\u202F]+", -1)) {
      boolean connector =
          tokens.isEmpty() && SpeechWords.CONNECTORS.contains(Words.fold(token).replace(",", ""));
      if (!token.isEmpty() && !connector) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static String lastSentence(String words) {
    Matcher end = SENTENCE_END.matcher(words);
    int from = 0;
    while (end.find()) {
      // "Dr. Watson" and "M. Dupont" are names, not two sentences.
      if (end.start() - Math.max(words.lastIndexOf(' ', end.start() - 1), -1) > 4) {
        from = end.end();
      }
    }
    return words.substring(from);
  }

  private static String join(String manner, List<String> asides) {
    List<String> parts = new ArrayList<>();
    parts.add(trimPunctuation(manner));
    parts.addAll(asides);
    parts.removeIf(String::isEmpty);
    return String.join(", ", parts);
  }

  private static boolean endsWithColon(String lead) {
    String words = Words.trim(lead.replace("*", "").replace("_", ""));
    return words.endsWith(":") || words.endsWith("：");
  }

  static String trimPunctuation(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isEdge(text.charAt(start), true)) {
      start++;
    }
    while (end > start && isEdge(text.charAt(end - 1), false)) {
      end--;
    }
    return text.substring(start, end);
  }

  /** "says Max." ends a sentence, and the name with it. */
  private static String withoutStop(String name) {
    int end = name.length();
    while (end > 1 && ".!?…".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end);
  }

  private static boolean isEdge(char c, boolean start) {
    return Words.isSpace(c)
        || ",;:：-–—|=>→•·*_\\".indexOf(c) >= 0
        || (start && ".!?…)]".indexOf(c) >= 0);
  }
}
