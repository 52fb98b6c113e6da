package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands in ledgers on other people's disks: when it moves, everything is made again. */
@Timeout(60)
class FingerprintsTest {
  private static final String GOLDEN =
      """
      captions 9fca14db8bb6
      finish 96cfb206c361
      image 6160bfd18f96
      image f4d1ebd36ca5
      mix b56ab790cbd6
      poster 2f6522e644a3
      segment ad2e8b19d0d2
      segment d54df46a7046
      speech 2e8351db326b
      speech 7a09e3c833fa
      transition 7794ce8ea19f
      words 3719a56218df
      words a183cbb7450d""";

  @Test
  void render_narrated_hasTheFingerprintsItAlwaysHad() {
    try (var studio = new Studio()) {
      studio.render(Studio.narrated("One is first.", "Two comes after it."));

      var steps =
          studio.ledger.all().stream()
              .map(step -> step.kind() + " " + step.fingerprint().shortForm())
              .sorted()
              .collect(Collectors.joining("\n"));
      assertThat(steps).isEqualTo(GOLDEN);
    }
  }
}
