package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeIT {
  @TempDir Path folder;
  private final FfmpegComposer composer = FfmpegComposer.create(TestMedia.options());

  @Test
  void probe_ofWav_knowsItsLengthToTheSample() throws Exception {
    var file = TestMedia.sound(folder.resolve("a.wav"), "sine=440:r=22050:d=1.23456");

    var info = composer.probe(file);
    assertThat(info.video()).isNull();
    assertThat(info.audio().sampleRate()).isEqualTo(22050);
    assertThat(info.audio().channels()).isEqualTo(1);
    assertThat(info.duration())
        .isBetween(Duration.ofNanos(1_234_500_000), Duration.ofNanos(1_234_650_000));
  }

  @Test
  void probe_ofMp3AndM4a_knowsLengthAndCodec() throws Exception {
    var mp3 = TestMedia.sound(folder.resolve("a.mp3"), "sine=440:r=44100:d=2");
    var m4a = TestMedia.sound(folder.resolve("a.m4a"), "sine=440:r=48000:d=2");

    assertThat(composer.probe(mp3).audio().codec()).isEqualTo("mp3");
    assertThat(composer.probe(mp3).duration().toMillis()).isBetween(1990L, 2060L);
    assertThat(composer.probe(m4a).audio().codec()).isEqualTo("aac");
    assertThat(composer.probe(m4a).duration().toMillis()).isBetween(1999L, 2001L);
  }

  @Test
  void probe_ofVideo_knowsItsPicture() throws Exception {
    var info = composer.probe(TestMedia.clip(folder.resolve("a.mp4"), "64x48", 25, 1));

    assertThat(info.video().codec()).isEqualTo("h264");
    assertThat(info.video().width()).isEqualTo(64);
    assertThat(info.video().frameRate()).isEqualTo(25);
    assertThat(info.audio()).isNotNull();
    assertThat(info.duration().toMillis()).isBetween(990L, 1030L);
  }

  @Test
  void probe_ofRotatedVideo_givesTheSizeAsShown() throws Exception {
    var upright = TestMedia.clip(folder.resolve("a.mp4"), "64x48", 25, 1);
    var turned = folder.resolve("turned.mp4");
    TestMedia.run(
        List.of(
            "-i",
            upright.toString(),
            "-c",
            "copy",
            "-metadata:s:v",
            "rotate=90",
            turned.toString()));

    assertThat(composer.probe(turned).video().width()).isEqualTo(48);
    assertThat(composer.probe(turned).video().height()).isEqualTo(64);
  }

  @Test
  void probe_ofPictures_hasNoLength() throws Exception {
    for (var name : List.of("a.png", "a.jpg", "a.webp")) {
      var info = composer.probe(TestMedia.still(folder.resolve(name), "color=red:s=50x30"));
      assertThat(info.duration()).isZero();
      assertThat(info.video().width()).isEqualTo(50);
      assertThat(info.audio()).isNull();
    }
  }

  @Test
  void probe_ofNoMedia_namesTheFile() throws Exception {
    var text = Files.writeString(folder.resolve("text.mp4"), "no video at all, only words");
    var empty = Files.write(folder.resolve("empty.mp4"), new byte[0]);

    assertThatThrownBy(() -> composer.probe(text))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("text.mp4");
    assertThatThrownBy(() -> composer.probe(empty))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("0 bytes");
    assertThatThrownBy(() -> composer.probe(folder.resolve("none.mp4")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none.mp4");
  }
}
