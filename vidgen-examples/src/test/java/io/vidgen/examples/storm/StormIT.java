package io.vidgen.examples.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Vendors fail in every way they can, and every render ends as the rules say, paid once. */
class StormIT {
  @TempDir Path directory;

  @Test
  @Timeout(900)
  void storm_short_endsAsTheRulesSay() throws Exception {
    run(42, Duration.ofSeconds(3));
  }

  @Test
  @Tag("soak")
  @Timeout(900)
  void storm_aThousandRenders_endsAsTheRulesSay() throws Exception {
    run(1000, Duration.ofSeconds(10));
  }

  private void run(int renders, Duration silence) throws Exception {
    try (var storm = new Storm(directory, 1, silence)) {
      var report = storm.run(renders);
      Files.writeString(
          Files.createDirectories(Path.of("target")).resolve("storm-" + renders + ".txt"),
          report.toString());

      assertThat(report.wrong()).as("%s", report).isEmpty();
      assertThat(report.opened()).isPositive();
      assertThat(report.closed()).isEqualTo(report.opened());
    }
  }
}
