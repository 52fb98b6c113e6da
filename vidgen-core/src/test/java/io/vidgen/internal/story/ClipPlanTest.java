package io.vidgen.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Chaining;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.spi.ClipLimits;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClipPlanTest {
  private static final ClipLimits LIMITS =
      new ClipLimits(
          List.of(Duration.ofSeconds(8), Duration.ofSeconds(4)),
          Duration.ofSeconds(7),
          20,
          Duration.ofSeconds(148),
          3,
          false,
          true,
          true,
          Duration.ofDays(2));

  @Test
  void of_extended_addsUpLengths() {
    var plan = plan(Chaining.EXTENDED, Set.of(1, 2, 3), scene(1), scene(2), scene(1));

    assertThat(plan.clips())
        .extracting(c -> c.place().scene() + "/" + c.place().part() + " " + c.end().toSeconds())
        .containsExactly("1/ 8", "2/1 15", "2/2 22", "3/ 29");
    assertThat(plan.runs()).hasSize(1);
    assertThat(plan.isExtended()).isTrue();
  }

  @Test
  void of_sceneMadeOtherwise_beginsANewRun() {
    var plan = plan(Chaining.EXTENDED, Set.of(1, 3, 4), scene(1), scene(1), scene(1), scene(1));

    assertThat(plan.runs()).extracting(List::size).containsExactly(1, 2);
    assertThat(plan.clips()).extracting(PlannedClip::position).containsExactly(0, 0, 1);
    assertThat(plan.before(plan.clips().get(1))).isNull();
    assertThat(plan.after(plan.clips().get(1))).isEqualTo(plan.clips().get(2));
  }

  @Test
  void of_separate_makesEachClipNew() {
    var plan = plan(Chaining.SEPARATE, Set.of(1, 2), scene(2), scene(1));

    assertThat(plan.runs()).hasSize(3);
    assertThat(plan.clips()).extracting(c -> c.length().toSeconds()).containsOnly(8L);
    assertThat(plan.isExtended()).isFalse();
  }

  private static Scene scene(int clips, String... lines) {
    return Tales.scene(
        "seen",
        "",
        clips,
        List.of(lines).stream().map(DialogueLine::narrator).toArray(DialogueLine[]::new));
  }

  private static ClipPlan plan(Chaining chaining, Set<Integer> filmed, Scene... scenes) {
    return ClipPlan.of(Tales.telling(s -> s.chaining(chaining), scenes), filmed, LIMITS);
  }
}
