package io.vidgen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.Ledgers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepContextTest {
  @Test
  void file_gone_isExpiredAndCostNothing(@TempDir Path directory) throws Exception {
    try (var ledger = Ledgers.inMemory()) {
      var store = ledger.artifacts();
      var artifact = store.take(Files.writeString(directory.resolve("a"), "a"), "text/plain");
      Files.delete(store.find(artifact).orElseThrow());
      var context =
          new StepContext(
              store, Duration.ofMinutes(1), () -> false, fraction -> {}, seen -> {}, "attempt");

      var thrown = catchThrowableOfType(VidgenException.class, () -> context.file(artifact));

      assertThat(thrown.kind()).isEqualTo(FailureKind.EXPIRED);
      assertThat(thrown.failure().charged()).isFalse();
    }
  }
}
