package io.vidgen.ffmpeg.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRateTest {

  @ParameterizedTest
  @CsvSource({
    "25, 25, 25",
    "29.97, 30, 29.97",
    "3.34, 10, 10",
    "33, 120, 60",
    "7, 30, 30",
    // a phone's clock, not its picture
    "29.97, 90000, 29.97",
    // interlaced
    "25, 50, 25",
    "29.97, 59.94, 29.97",
    "0, 0, 0",
  })
  void of_averageAndGrid_losesNothing(double average, double grid, double expected) {
    assertThat(FrameRate.of(average, grid)).isEqualTo(expected);
  }
}
