package io.vidgen.offline.internal.voice;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.SpeechRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What every voice checks before it speaks. */
final class SpeechChecks {
  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2.0;

  private SpeechChecks() {}

  /**
   * Checks a request.
   *
   * @param voices the voices that there are; empty for any
   * @param latin whether only Latin letters and digits can be spoken
   */
  static List<Problem> check(SpeechRequest request, Collection<String> voices, boolean latin) {
    List<Problem> problems = new ArrayList<>();
    Double speed = request.speed();
    if (speed != null && !(speed >= SLOWEST && speed <= FASTEST)) {
      problems.add(Problem.error("speed", "is " + speed, "use 0.5 to 2.0"));
    }
    String voice = request.voice();
    if (voice != null && !voices.isEmpty() && !voices.contains(voice)) {
      problems.add(
          Problem.error(
              "voice", "'" + voice + "' is not known", "use one of " + new TreeSet<>(voices)));
    }
    boolean speakable =
        request
            .text()
            .codePoints()
            .anyMatch(c -> latin ? isLatin(c) : Character.isLetterOrDigit(c));
    if (!speakable) {
      problems.add(Problem.error("text", "has no word that can be spoken", "write a sentence"));
    }
    return problems;
  }

  static void require(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw VidgenException.invalid("speech request", problems);
    }
  }

  private static boolean isLatin(int c) {
    return Character.isLetterOrDigit(c)
        && (c < 128 || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }
}
