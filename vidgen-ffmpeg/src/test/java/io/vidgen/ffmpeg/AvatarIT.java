package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.VideoPipeline;
import io.vidgen.job.AvatarBuilder;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Quality;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.QuickWork;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.FakeSpeechProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaking faces in real files: what is seen belongs to what is heard, frame by frame. */
class AvatarIT {
  private static final int CLIP = 60;

  @TempDir Path folder;

  @Test
  void avatar_clipIsShorterThanTheVoice_holdsItsLastFrame() throws Exception {
    var video = render(VideoRequest.avatar("Seven words take just over two seconds."));

    var seen = Luma.of(video);
    var clip = source();
    assertThat(seen).hasSize(63);
    for (int i = 0; i < seen.length; i++) {
      assertThat(seen[i]).as("frame %d", i).isCloseTo(clip[Math.min(i, CLIP - 1)], within(3));
    }
  }

  @Test
  void avatar_fadeBetweenScenes_keepsLipsAndVoiceTogether() throws Exception {
    var scene = Scene.narrated("Seven words take just over two seconds.");
    var script = new Script("", Locale.ENGLISH, List.of(scene, scene));
    var fade = new Transition(Transition.Kind.FADE, 6);

    var seen =
        Luma.of(
            render(
                VideoRequest.avatar(script)
                    .transition(fade)
                    .pauses(Duration.ofMillis(100), Duration.ZERO)));

    var clip = source();
    int begin = 66;
    int lead = 3;
    assertThat(seen).hasSize(2 * begin);
    for (int i = 3; i < CLIP; i++) {
      assertThat(seen[begin + i]).as("frame %d", i).isCloseTo(clip[i - lead], within(3));
    }
  }

  @Test
  void avatar_ownVoice_isHeardAsLongAsTheClip() throws Exception {
    var video = render(VideoRequest.avatar("Spoken by the avatar.").avatarVoice(""));

    assertThat(Luma.of(video).length).isBetween(CLIP, CLIP + 1);
    var samples = TestMedia.samples(video);
    int loudest = 0;
    for (var sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    assertThat(loudest).isGreaterThan(3000);
  }

  private int[] source() throws Exception {
    return Luma.of(Luma.clip(folder.resolve("source.mp4"), "30", 2));
  }

  private Path render(AvatarBuilder request) throws Exception {
    try (var ledger = Ledgers.inMemory();
        var storage = Storages.inMemory();
        var pipeline =
            VideoPipeline.builder()
                .ledger(ledger)
                .storage(storage)
                .composer(FfmpegComposer.create(TestMedia.options()))
                .speech(FakeSpeechProvider.create())
                .avatar(new BlinkingAvatar())
                .build()) {
      Render render =
          pipeline.render(
              request
                  .presenter("amy")
                  .format(new VideoFormat(64, 48))
                  .quality(Quality.HIGH)
                  .withoutCaptions()
                  .build());
      return Files.copy(render.video(), folder.resolve("video.mp4"));
    }
  }

  /** Makes two seconds of a face, whatever it says. */
  private static final class BlinkingAvatar implements AvatarProvider {
    @Override
    public String id() {
      return "blinking";
    }

    @Override
    public String model() {
      return "1";
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.builder()
          .addFeatures(Feature.PRESENTERS, Feature.SPEAKS_RECORDING, Feature.SPEAKS_TEXT)
          .build();
    }

    @Override
    public QuickWork<AvatarRequest, ClipResult> work() {
      return (request, context) -> {
        var file = Luma.clip(context.workDirectory().resolve("clip.mp4"), "30", 2);
        return new ClipResult(context.store(file, "video/mp4"), Duration.ofSeconds(2), true);
      };
    }
  }
}
