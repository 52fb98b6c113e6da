package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FakeCallContextTest {

  @Test
  void input_bytes_areAFile() {
    try (var context = FakeCallContext.create()) {
      var artifact = context.input(new byte[] {1, 2}, "image/png");

      assertThat(context.file(artifact)).hasBinaryContent(new byte[] {1, 2});
    }
  }

  @Test
  void timeLeft_clockMoves_endsAtZero() {
    try (var context = FakeCallContext.create().limit(Duration.ofSeconds(3))) {
      context.clock().advance(Duration.ofSeconds(2));
      assertThat(context.timeLeft()).isEqualTo(Duration.ofSeconds(1));
      context.clock().advance(Duration.ofSeconds(2));
      assertThat(context.timeLeft()).isZero();
    }
  }

  @Test
  void progress_outOfRange_isTheProvidersMistake() {
    try (var context = FakeCallContext.create()) {
      context.progress(0.5);
      assertThatThrownBy(() -> context.progress(50)).isInstanceOf(IllegalArgumentException.class);
      assertThat(context.reported()).containsExactly(0.5);
    }
  }

  @Test
  void close_filesMade_areGone() throws Exception {
    Path work;
    try (var context = FakeCallContext.create()) {
      work = context.workDirectory();
    }
    assertThat(work).doesNotExist();
  }
}
