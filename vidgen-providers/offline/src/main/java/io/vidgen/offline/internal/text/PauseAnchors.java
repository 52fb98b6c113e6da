package io.vidgen.offline.internal.text;

import io.vidgen.audio.Silences;
import io.vidgen.audio.Silences.Pause;
import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.Sentences;
import io.vidgen.subtitle.WordInterpolator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times the words of a sentence whose sound is known but whose words are not: the pauses that are
 * heard are laid onto the commas, and each part is filled by the length of its words.
 */
public final class PauseAnchors {

  /** Seconds by which a pause may be away from where its comma is expected. */
  private static final double WITHOUT = 0.8;

  private PauseAnchors() {}

  /**
   * Times words.
   *
   * @param words the words of a sentence, none blank
   * @param heard where its sound is silent
   * @return one timing per word, from the start of the sound
   */
  public static List<WordTiming> time(List<String> words, Silences heard) {
    List<WordTiming> plain = spread(words, heard.start(), heard.end());
    List<Integer> commas = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (Sentences.endsClause(words.get(i))) {
        commas.add(i);
      }
    }
    int[] pauseOf = match(commas, plain, heard.pauses());
    List<WordTiming> timed = new ArrayList<>();
    double from = heard.start();
    int next = 0;
    for (int c = 0; c < commas.size(); c++) {
      if (pauseOf[c] >= 0) {
        Pause pause = heard.pauses().get(pauseOf[c]);
        timed.addAll(spread(words.subList(next, commas.get(c) + 1), from, pause.start()));
        next = commas.get(c) + 1;
        from = pause.end();
      }
    }
    timed.addAll(spread(words.subList(next, words.size()), from, heard.end()));
    return timed;
  }

  /**
   * Chooses a pause for each comma, in order, so that the sum of the distances is least; a comma
   * may go without one at a price.
   */
  private static int[] match(List<Integer> commas, List<WordTiming> plain, List<Pause> pauses) {
    int rows = commas.size();
    int columns = pauses.size();
    double[][] cost = new double[rows + 1][columns + 1];
    boolean[][] taken = new boolean[rows + 1][columns + 1];
    for (int r = rows - 1; r >= 0; r--) {
      cost[r][columns] = cost[r + 1][columns] + WITHOUT;
      for (int c = columns - 1; c >= 0; c--) {
        double expected = seconds(plain.get(commas.get(r)).end());
        Pause pause = pauses.get(c);
        double length = pause.end() - pause.start();
        double with = Math.abs(pause.start() - expected) - length + cost[r + 1][c + 1];
        double skipPause = cost[r][c + 1];
        double skipComma = cost[r + 1][c] + WITHOUT;
        taken[r][c] = with <= skipPause && with <= skipComma;
        cost[r][c] = Math.min(with, Math.min(skipPause, skipComma));
      }
    }
    int[] result = new int[rows];
    Arrays.fill(result, -1);
    int c = 0;
    for (int r = 0; r < rows; r++) {
      while (c < columns && !taken[r][c] && cost[r][c] == cost[r][c + 1]) {
        c++;
      }
      if (c < columns && taken[r][c]) {
        result[r] = c++;
      }
    }
    return result;
  }

  private static List<WordTiming> spread(List<String> words, double from, double to) {
    return WordInterpolator.spread(words, duration(from), duration(Math.max(from, to)));
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
