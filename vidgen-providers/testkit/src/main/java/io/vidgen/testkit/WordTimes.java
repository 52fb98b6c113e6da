package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.List;

/** Asserts what captions need of word times. */
final class WordTimes {
  private WordTimes() {}

  /** In order, and inside a recording. */
  static void check(List<WordTiming> words, Duration length) {
    var before = Duration.ZERO;
    for (var word : words) {
      assertThat(word.start()).as("start of %s", word).isGreaterThanOrEqualTo(before);
      assertThat(word.end()).as("end of %s", word).isLessThanOrEqualTo(length);
      before = word.start();
    }
  }
}
