package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.ClipResult;

/** Asserts what every clip is. */
final class ClipResults {
  private ClipResults() {}

  static void check(ClipResult result) {
    assertThat(result.duration()).isPositive();
    assertThat(result.artifacts()).contains(result.video());
    assertThat(result.video().mediaType()).isEqualTo("video/mp4");
  }
}
