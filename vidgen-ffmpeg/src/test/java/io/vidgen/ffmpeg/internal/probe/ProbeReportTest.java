package io.vidgen.ffmpeg.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeReportTest {

  @Test
  void parse_ofNewerFfmpeg_readsStreamsWithIds() {
    var report =
        ProbeReport.parse(
            List.of(
                "Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/x, from y.mp4':",
                "  Duration: 01:02:03.45, start: 0.000000, bitrate: 7345 kb/s",
                "  Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv,"
                    + " bt709, progressive), 720x1280 [SAR 1:1 DAR 9:16], 30 kb/s, 29.97 fps,"
                    + " 30k tbr, 15360 tbn (default)",
                "      Side data:",
                "        displaymatrix: rotation of -90.00 degrees",
                "  Stream #0:1[0x2](eng): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, 5.1,"
                    + " fltp, 192 kb/s (default)"));

    var video = report.info().video();
    assertThat(report.info().duration()).isEqualTo(Duration.parse("PT1H2M3.45S"));
    assertThat(video.profile()).isEqualTo("High");
    assertThat(video.pixelFormat()).isEqualTo("yuv420p");
    assertThat(video.width()).isEqualTo(1280);
    assertThat(video.height()).isEqualTo(720);
    assertThat(video.frameRate()).isEqualTo(29.97);
    assertThat(report.info().audio().channels()).isEqualTo(6);
    assertThat(report.colorsTagged()).isTrue();
  }

  @Test
  void parse_ofMusicWithCover_hasNoPicture() {
    var report =
        ProbeReport.parse(
            List.of(
                "Input #0, mp3, from 'file:a.mp3':",
                "  Duration: 00:00:03.03, start: 0.025057, bitrate: 128 kb/s",
                "  Stream #0:0: Audio: mp3, 44100 Hz, stereo, fltp, 128 kb/s",
                "  Stream #0:1: Video: mjpeg (Baseline), yuvj420p(pc, bt470bg/unknown/unknown),"
                    + " 500x500 [SAR 72:72 DAR 1:1], 90k tbr, 90k tbn (attached pic)"));

    assertThat(report.info().video()).isNull();
    assertThat(report.info().audio().codec()).isEqualTo("mp3");
    assertThat(report.info().audio().channels()).isEqualTo(2);
  }

  @Test
  void parse_ofNoInput_isNull() {
    assertThat(ProbeReport.parse(List.of("a.txt: Invalid data found"))).isNull();
  }
}
