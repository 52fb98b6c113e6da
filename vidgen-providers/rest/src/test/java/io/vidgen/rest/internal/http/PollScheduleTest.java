package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.RemoteOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PollScheduleTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private final PollSchedule schedule = new PollSchedule(Duration.ofSeconds(26));

  private static RemoteOperation operation(String id) {
    return new RemoteOperation("acme", id, START, Map.of());
  }

  @Test
  void first_usualJob_isNearItsTypicalTime() {
    assertThat(schedule.first()).isEqualTo(Duration.ofSeconds(26));
    assertThat(new PollSchedule(Duration.ofMillis(5)).first()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void after_polledTooEarly_waitsForTheFirst() {
    assertThat(schedule.after(operation("a"), START.plusSeconds(6)))
        .isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void after_later_growsAndStaysInBounds() {
    var soon = schedule.after(operation("a"), START.plusSeconds(27));
    var late = schedule.after(operation("a"), START.plusSeconds(600));

    assertThat(soon).isBetween(Duration.ofMillis(2400), Duration.ofMillis(4100));
    assertThat(late).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(18));
  }

  @Test
  void after_vendorThatIsFast_asksSooner() {
    var soon = new PollSchedule(Duration.ofSeconds(1)).after(operation("a"), START.plusSeconds(2));

    assertThat(soon).isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
  }

  @Test
  void after_sameOperationAndTime_isTheSame() {
    var at = START.plusSeconds(60);

    assertThat(schedule.after(operation("a"), at)).isEqualTo(schedule.after(operation("a"), at));
  }

  @Test
  void after_manyOperations_areSpread() {
    var delays =
        IntStream.range(0, 200)
            .mapToObj(i -> schedule.after(operation("tlk_" + i), START.plusSeconds(600)))
            .collect(Collectors.toSet());

    assertThat(delays).hasSizeGreaterThan(150);
  }

  @Test
  void schedule_noTime_refused() {
    assertThatThrownBy(() -> new PollSchedule(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
