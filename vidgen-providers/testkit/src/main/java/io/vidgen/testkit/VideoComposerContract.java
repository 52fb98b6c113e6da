package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.model.Artifact;
import io.vidgen.model.AudioClip;
import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import io.vidgen.spi.FinishRequest;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.PosterRequest;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SegmentResult;
import io.vidgen.spi.VideoComposer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What everything that puts videos together must do. Extend it, and say how one is made and what a
 * picture and a sound are for it. Made are two segments of half a second in a small format.
 */
@Timeout(300)
public abstract class VideoComposerContract {
  private static final VideoFormat FORMAT = new VideoFormat(144, 256);
  private static final int RATE = 30;
  private static final int FRAMES = 15;

  /** For subclasses. */
  protected VideoComposerContract() {}

  /**
   * Makes a composer, the same one every time.
   *
   * @return a new instance
   */
  protected abstract VideoComposer composer();

  /**
   * A picture, by {@link FakeCallContext#input}.
   *
   * @param context takes it
   * @return a PNG or JPEG
   */
  protected abstract Artifact picture(FakeCallContext context);

  /**
   * A sound of a second or more, by {@link FakeCallContext#input}.
   *
   * @param context takes it
   * @return a WAV
   */
  protected abstract Artifact sound(FakeCallContext context);

  @Test
  void id_always_isShortAndStable() {
    assertThat(composer().id()).matches("[a-z0-9]+(-[a-z0-9]+)*").isEqualTo(composer().id());
  }

  @Test
  void version_always_isNotBlankAndStable() {
    assertThat(composer().version()).isNotBlank().isEqualTo(composer().version());
  }

  @Test
  void notices_always_areLines() {
    assertThat(composer().notices()).allMatch(line -> !line.isBlank() && !line.contains("\n"));
  }

  @Test
  @ResourceLock(Resources.GLOBAL) // hears the connections of the whole process
  void composer_madeAndAsked_connectsToNothing() {
    var connections =
        Connections.during(
            () -> {
              var composer = composer();
              composer.version();
              composer.notices();
              composer.checkGlyphs("Hello", "text");
            });

    assertThat(connections).isEmpty();
  }

  @Test
  void checkGlyphs_plainLetters_findsNothing() {
    assertThat(composer().checkGlyphs("Hello, world: 42!", "text")).isEmpty();
  }

  @Test
  void probe_noFile_isAnIoException() {
    try (var context = FakeCallContext.create()) {
      assertThatThrownBy(() -> composer().probe(context.workDirectory().resolve("none.mp4")))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void segment_picture_isAnMp4OfThatManyFrames() throws Exception {
    try (var context = FakeCallContext.create()) {
      var result = segment(context);

      assertThat(result.frames()).isEqualTo(FRAMES);
      assertThat(result.video().mediaType()).isEqualTo("video/mp4");
      FileTypes.check(result.video(), context);
    }
  }

  @Test
  void finish_segmentsAndSound_isAnMp4OfTheirLength() throws Exception {
    try (var context = FakeCallContext.create()) {
      var video = finished(context);

      FileTypes.check(video, context);
      var named = Files.copy(context.file(video), context.workDirectory().resolve("video.mp4"));
      var info = composer().probe(named);
      assertThat(info.video()).isNotNull();
      assertThat(info.audio()).isNotNull();
    }
  }

  @Test
  void poster_ofASegment_isAPicture() throws Exception {
    try (var context = FakeCallContext.create()) {
      var request = new PosterRequest(segment(context).video(), 1, RATE);
      var picture = composer().poster(request, context).image();

      assertThat(picture.mediaType()).isIn("image/png", "image/jpeg");
      FileTypes.check(picture, context);
    }
  }

  @Test
  void poster_lastOfASegment_isAPicture() throws Exception {
    try (var context = FakeCallContext.create()) {
      var request = PosterRequest.last(segment(context).video());

      FileTypes.check(composer().poster(request, context).image(), context);
    }
  }

  @Test
  void segment_cancelledAndInterrupted_ends() throws Exception {
    try (var context = FakeCallContext.create()) {
      var request = segmentRequest(picture(context));
      context.cancel();
      Thread.currentThread().interrupt();

      var thrown = catchThrowable(() -> composer().segment(request, context));

      boolean kept = Thread.interrupted() || thrown instanceof InterruptedException;
      assertThat(kept).as("the interrupt was swallowed; thrown: %s", thrown).isTrue();
    }
  }

  private SegmentResult segment(FakeCallContext context) throws Exception {
    return composer().segment(segmentRequest(picture(context)), context);
  }

  private Artifact finished(FakeCallContext context) throws Exception {
    var segments = List.of(segment(context).video(), segment(context).video());
    var half = Duration.ofMillis(500);
    var voice = new AudioClip(sound(context), AudioClip.Role.VOICE, Duration.ZERO, half, 0);
    var sounds =
        new MixRequest(List.of(voice), 2 * FRAMES, RATE, MixRequest.LOUDNESS, MixRequest.TRUE_PEAK);
    var mix = composer().mix(sounds, context);
    FileTypes.check(mix.audio(), context);
    var parts = new FinishRequest(segments, mix.audio(), 2 * FRAMES, RATE, "", "en");
    var result = composer().finish(parts, context);
    assertThat(result.duration()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1100));
    return result.video();
  }

  private static SegmentRequest segmentRequest(Artifact picture) {
    var still = new Visual.Still(picture, Fit.COVER, Motion.NONE);
    return new SegmentRequest(
        FORMAT,
        RATE,
        FRAMES,
        List.of(new SegmentRequest.Layer(still, 0, FRAMES)),
        null,
        null,
        Quality.DRAFT);
  }
}
