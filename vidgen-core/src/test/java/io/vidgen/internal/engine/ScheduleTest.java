package io.vidgen.internal.engine;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.internal.engine.Schedule.Place;
import io.vidgen.internal.engine.Schedule.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the steps of a plan begin. */
class ScheduleTest {
  private static final Place TWO = new Place("two", 2);
  private static final Place ONE = new Place("one", 1);

  @Test
  void of_chain_eachBeginsWhenTheOneBeforeEnds() {
    var begins =
        begins(
            work("c", 1, Place.ANYWHERE, "b"),
            work("b", 3, Place.ANYWHERE, "a"),
            work("a", 2, Place.ANYWHERE));

    assertThat(begins).isEqualTo(Map.of("a", 0L, "b", 2L, "c", 5L));
  }

  @Test
  void of_placeIsFull_firstOfTheListGoesFirst() {
    var begins = begins(work("a", 5, TWO), work("b", 2, TWO), work("c", 1, TWO), work("d", 4, TWO));

    assertThat(begins).isEqualTo(Map.of("a", 0L, "b", 0L, "c", 2L, "d", 3L));
  }

  @Test
  void of_becomesReadyAsAPlaceGetsFree_isStillServedByTheList() {
    var begins =
        begins(
            work("late", 1, ONE, "other"),
            work("first", 2, ONE),
            work("waits", 1, ONE),
            work("other", 2, Place.ANYWHERE));

    assertThat(begins).isEqualTo(Map.of("first", 0L, "other", 0L, "late", 2L, "waits", 3L));
  }

  @Test
  void of_stepThatTakesNoTime_letsThoseBeforeItInTheListGoAtOnce() {
    var begins =
        begins(
            work("after", 1, ONE, "nothing"),
            work("long", 9, Place.ANYWHERE),
            work("nothing", 0, ONE));

    assertThat(begins).isEqualTo(Map.of("after", 0L, "long", 0L, "nothing", 0L));
  }

  @Test
  void of_waitsForWhatIsNotInThePlan_beginsAtOnce() {
    assertThat(begins(work("a", 1, ONE, "unknown"))).isEqualTo(Map.of("a", 0L));
  }

  @Test
  void of_circle_beginsWhenAllElseIsDone() {
    var begins =
        begins(work("a", 1, ONE, "b"), work("b", 1, ONE, "a"), work("c", 4, Place.ANYWHERE));

    assertThat(begins).isEqualTo(Map.of("a", 4L, "b", 4L, "c", 0L));
  }

  @Test
  void of_manySteps_keepThePlaceBusy() {
    var steps = new ArrayList<Work>();
    for (int i = 0; i < 20_000; i++) {
      steps.add(work("s" + i, 1, TWO));
    }

    assertThat(Schedule.of(steps).get("s19999")).isEqualTo(Duration.ofSeconds(9_999));
  }

  private static Work work(String id, long seconds, Place place, String... after) {
    return new Work(id, Duration.ofSeconds(seconds), place, Set.of(after));
  }

  private static Map<String, Long> begins(Work... steps) {
    var begins = Schedule.of(List.of(steps));
    return begins.keySet().stream().collect(toMap(id -> id, id -> begins.get(id).toSeconds()));
  }
}
