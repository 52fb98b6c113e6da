package io.vidgen.ffmpeg.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.SegmentResult.Stretch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

  @Test
  void black_ofLines_isEveryStretch() {
    var lines =
        List.of(
            "[blackdetect @ 0x1] black_start:0 black_end:1.5 black_duration:1.5",
            "[blackdetect @ 0x1] black_start:3 black_end:4 black_duration:1");

    assertThat(Stretches.black(lines)).containsExactly(stretch(0, 1500), stretch(3000, 4000));
  }

  @Test
  void frozen_withoutEnd_lastsToTheEnd() {
    var lines =
        List.of(
            "[freezedetect @ 0x1] lavfi.freezedetect.freeze_start: 1.2",
            "[freezedetect @ 0x1] lavfi.freezedetect.freeze_duration: 2",
            "[freezedetect @ 0x1] lavfi.freezedetect.freeze_end: 3.2",
            "[freezedetect @ 0x1] lavfi.freezedetect.freeze_start: 5");

    assertThat(Stretches.frozen(lines, Duration.ofSeconds(8)))
        .containsExactly(stretch(1200, 3200), stretch(5000, 8000));
  }

  @Test
  void read_ofSeveralSummaries_keepsThemByName() {
    var lines =
        List.of(
            "[ebur128@voice @ 0x1] Summary:",
            "    I:         -18.7 LUFS",
            "    Peak:       -1.2 dBFS",
            "[ebur128@music2 @ 0x1] Summary:",
            "    I:         -70.0 LUFS",
            "    Peak:       -inf dBFS");

    var read = Loudness.read(lines);
    assertThat(read.get("ebur128@voice")).isEqualTo(new Loudness(-18.7, -1.2));
    assertThat(read.get("ebur128@music2").silent()).isTrue();
    assertThat(read.get("ebur128@music2").truePeak()).isEqualTo(-120);
  }

  private static Stretch stretch(long from, long to) {
    return new Stretch(Duration.ofMillis(from), Duration.ofMillis(to));
  }
}
