package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.queue.QueueOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QueueOptionsTest {

  @Test
  void ofDefaults_everything_isAsDocumented() {
    assertThat(QueueOptions.ofDefaults())
        .isEqualTo(
            new QueueOptions(
                100, 10_000, Duration.ofHours(24), Duration.ofMinutes(10), Duration.ofSeconds(10)));
  }

  @Test
  void builder_existingOptions_keepsThem() {
    var options = new QueueOptions(7, 8, Duration.ofHours(1), Duration.ZERO, Duration.ZERO);
    assertThat(QueueOptions.builder(options).build()).isEqualTo(options);
  }

  @Test
  void build_valueOutOfRange_isRefused() {
    List<Consumer<QueueOptions.Builder>> bad =
        List.of(
            b -> b.inFlight(0),
            b -> b.inFlight(10_001),
            b -> b.maxWaiting(0),
            b -> b.life(Duration.ZERO),
            b -> b.cleanupInterval(Duration.ofMillis(999)),
            b -> b.drain(Duration.ofSeconds(-1)));
    for (var change : bad) {
      var builder = QueueOptions.builder();
      change.accept(builder);
      assertThatThrownBy(builder::build)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be");
    }
  }
}
