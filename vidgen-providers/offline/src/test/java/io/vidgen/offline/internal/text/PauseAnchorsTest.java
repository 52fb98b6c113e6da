package io.vidgen.offline.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.audio.Silences;
import io.vidgen.audio.Silences.Pause;
import io.vidgen.model.WordTiming;
import java.util.List;
import org.junit.jupiter.api.Test;

class PauseAnchorsTest {

  @Test
  void time_pauseNearTheComma_anchorsBothSides() {
    List<WordTiming> timed =
        PauseAnchors.time(
            List.of("one", "two,", "three", "four"),
            new Silences(0.1, 2.1, List.of(new Pause(0.8, 1.1))));

    assertThat(timed.get(0).start().toMillis()).isEqualTo(100);
    assertThat(timed.get(1).end().toMillis()).isEqualTo(800);
    assertThat(timed.get(2).start().toMillis()).isEqualTo(1100);
    assertThat(timed.get(3).end().toMillis()).isEqualTo(2100);
  }

  @Test
  void time_pauseWithoutComma_isIgnored() {
    List<WordTiming> timed =
        PauseAnchors.time(
            List.of("stop", "tap"), new Silences(0, 1, List.of(new Pause(0.2, 0.28))));

    assertThat(timed.get(1).start().toMillis()).isBetween(400L, 600L);
  }

  @Test
  void time_twoCommasAndOnePause_takesTheNearerOne() {
    List<WordTiming> timed =
        PauseAnchors.time(
            List.of("a,", "bcdefghijkl", "mnopqrstuv,", "wxyz"),
            new Silences(0, 3, List.of(new Pause(2.1, 2.4))));

    assertThat(timed.get(3).start().toMillis()).isEqualTo(2400);
    assertThat(timed.get(0).end().toMillis()).isLessThan(700);
  }

  @Test
  void time_noSound_putsAllWordsAtOneTime() {
    List<WordTiming> timed =
        PauseAnchors.time(List.of("a", "b"), new Silences(0.5, 0.5, List.of()));

    assertThat(timed).hasSize(2).allMatch(word -> word.start().toMillis() == 500);
  }
}
