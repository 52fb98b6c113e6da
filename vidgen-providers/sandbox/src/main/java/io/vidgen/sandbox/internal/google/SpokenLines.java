package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.internal.media.SceneClips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds in a prompt what is to be said aloud: quotes that somebody says, or after a colon. */
final class SpokenLines {
  private static final Pattern QUOTE =
      Pattern.compile(
          "[\"\u201C\u201D\u201E]\\s*([^\"\u201C\u201D\u201E]{1,600}?)\\s*[\"\u201C\u201D]"
              + "|\u00AB\\s*([^\u00AB\u00BB]{1,600}?)\\s*\u00BB");
  private static final Pattern VERB =
      Pattern.compile(
          "(?iu)(\\b(say|says|said|saying|whisper\\w*|shout\\w*|ask|asks|asking|repl(y|ies|ying)"
              + "|answer\\w*|exclaim\\w*|call(s|ing)? out|murmur\\w*|speak(s|ing)?|tell(s|ing)?"
              + "|yell\\w*|sing(s|ing)?|add(s|ing)?|narrat\\w*|voice-?over|dit|demande|murmure"
              + "|r\u00E9pond|chuchote|crie|sagt|fl\u00FCstert|fragt|dice|dialogue?s?)\\b|:)");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?iu)\\b(sign|poster|banner|label|title|titled|caption|subtitle|logo|word|words|reading"
              + "|reads|written|named|called)\\s*:?\\s*$");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s+(?=\\p{Lu})|\\n");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'-]{1,30}");
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(?i)\\b(?:in|language:?)\\s+(english|french|german|spanish|italian|portuguese)\\b");
  private static final Map<String, String> TAGS =
      Map.of(
          "english", "en",
          "french", "fr",
          "german", "de",
          "spanish", "es",
          "italian", "it",
          "portuguese", "pt");

  private SpokenLines() {}

  static List<SceneClips.Line> of(String prompt) {
    var lines = new ArrayList<SceneClips.Line>();
    var quotes = QUOTE.matcher(prompt);
    int end = 0;
    boolean follows = false;
    while (quotes.find()) {
      var before = lastSentence(prompt.substring(end, quotes.start()));
      var after = prompt.substring(quotes.end(), Math.min(prompt.length(), quotes.end() + 25));
      boolean said =
          !SHOWN.matcher(before).find()
              && (VERB.matcher(before).find()
                  || (follows && before.isBlank())
                  || VERB.matcher(after.split("[.\\n:]", 2)[0]).find());
      if (said) {
        var text = quotes.group(1) == null ? quotes.group(2) : quotes.group(1);
        lines.add(new SceneClips.Line(speaker(before, lines), text));
      }
      follows = said;
      end = quotes.end();
    }
    return lines;
  }

  private static String lastSentence(String text) {
    var parts = SENTENCE_END.split(text, -1);
    return parts[parts.length - 1];
  }

  private static String speaker(String before, List<SceneClips.Line> lines) {
    var names = NAME.matcher(before);
    if (names.find()) {
      return names.group().toLowerCase(Locale.ROOT);
    }
    return lines.isEmpty() ? "narrator" : lines.get(lines.size() - 1).voice();
  }

  /** BCP 47 tag of the language that the prompt names, {@code en} when it names none. */
  static String language(String prompt) {
    var matcher = LANGUAGE.matcher(prompt);
    return matcher.find()
        ? TAGS.getOrDefault(matcher.group(1).toLowerCase(Locale.ROOT), "en")
        : "en";
  }
}
