package io.vidgen.rest.internal.coqui;

import io.vidgen.subtitle.Sentence;
import io.vidgen.subtitle.Sentences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one call speaks.
 *
 * @param text its text
 * @param pause silence after it, when another part follows
 */
record SpokenPart(String text, Duration pause) {
  private static final Duration CLAUSE = Duration.ofMillis(160);
  private static final Duration BETWEEN_WORDS = Duration.ofMillis(60);

  /**
   * Cuts a text into sentences, and those that are too long once more. What holds no letter or
   * digit is left out, since voices stumble over it.
   */
  static List<SpokenPart> of(String text, Locale language, int most) {
    var parts = new ArrayList<SpokenPart>();
    for (var sentence : Sentences.split(text, language)) {
      if (isSpeakable(sentence.text())) {
        addPieces(sentence, language, most, parts);
      }
    }
    return List.copyOf(parts);
  }

  private static void addPieces(
      Sentence sentence, Locale language, int most, List<SpokenPart> parts) {
    var whole = sentence.text();
    var pieces =
        whole.length() <= most
            ? List.of(whole)
            : Sentences.pack(whole, language, most).stream()
                .filter(SpokenPart::isSpeakable)
                .toList();
    for (int i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      var pause =
          i + 1 == pieces.size()
              ? sentence.pause()
              : Sentences.endsClause(piece) ? CLAUSE : BETWEEN_WORDS;
      parts.add(new SpokenPart(piece, pause));
    }
  }

  private static boolean isSpeakable(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
