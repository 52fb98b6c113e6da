package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.VideoPipeline;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Quality;
import io.vidgen.model.TimingSource;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.SandboxExtension;
import io.vidgen.sandbox.Vendor;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The code of the page on the sandbox, run as it stands there. */
@ExtendWith(SandboxExtension.class)
class SandboxGuideIT {
  @TempDir Path directory;

  @Test
  void sandbox_startedInALine_standsInForDid() throws Exception {
    var face = Portrait.in(directory);

    // tag::sandbox-start[]
    try (var sandbox = Sandbox.start()) {
      var builder = VideoPipeline.builder().directory(directory).avatar("d-id");
      sandbox.environment().forEach(builder::option);
      try (var pipeline = builder.build()) {
        var request = VideoRequest.avatar("Hello there.").face(face).avatarVoice("").build();
        Render render = pipeline.render(request);
        System.out.println(render.video());
      }
      System.out.println(sandbox.charges(Vendor.DID)); // what D-ID would have charged
    }
    // end::sandbox-start[]

    assertThat(directory.resolve("videos")).isNotEmptyDirectory();
  }

  // tag::sandbox-junit[]
  @Test
  void avatar_withoutCredits_saysSoAndCostsNothing(Sandbox sandbox) throws Exception {
    sandbox.inject(Vendor.DID, "CreateTalk", Fault.parse("error:InsufficientCreditsError"));

    var failure = catchThrowableOfType(VidgenException.class, () -> renderAvatar(sandbox));

    assertThat(failure.kind()).isEqualTo(FailureKind.QUOTA);
    assertThat(sandbox.charges()).isEmpty();
  }

  // end::sandbox-junit[]

  @Test
  void faults_ofSeveralKinds_waitForTheirRequests(Sandbox sandbox) {
    // tag::sandbox-faults[]
    sandbox.inject(Vendor.DID, "CreateTalk", Fault.parse("drop:after-acceptance"));
    sandbox.inject(FaultRule.always(Vendor.ELEVENLABS, "*", Fault.parse("html:503")).times(3));
    sandbox.inject(
        FaultRule.always(Vendor.WHISPER, "*", Fault.parse("rate-limited:seconds,2"))
            .withProbability(0.2)); // drawn from the seed: the same in every run
    // end::sandbox-faults[]

    assertThat(sandbox.pendingFaults()).hasSize(3);
  }

  @Test
  void clock_standingStill_movesWhenTold() {
    // tag::sandbox-clock[]
    try (var sandbox =
        Sandbox.builder()
            .seed(7)
            .scale(1) // as long as the vendors take
            .virtualTime(Instant.parse("2026-01-01T00:00:00Z"))
            .start()) {
      sandbox.advance(Duration.ofMinutes(2)); // what is due by then is done when this returns
      System.out.println(sandbox.clock().instant());
    }
    // end::sandbox-clock[]
  }

  @Test
  void recording_registered_isHeardAgain(Sandbox sandbox) throws Exception {
    var recording = directory.resolve("speech.wav");
    write(recording);
    var words = List.of(timing("It", 200, 400), timing("rains.", 400, 900));

    // tag::sandbox-register[]
    sandbox.register(recording, words); // any file with sound that ffmpeg reads
    System.out.println(sandbox.hear(recording).orElseThrow().text());
    // end::sandbox-register[]

    assertThat(sandbox.hear(recording).orElseThrow().text()).isEqualTo("It rains.");
  }

  /** Tones instead of words: the sandbox knows recordings by their loudness. */
  private static void write(Path file) throws Exception {
    var pcm = new byte[2 * 16_000 * 2];
    for (int i = 0; i < pcm.length / 2; i++) {
      boolean sounds = i / 1600 % 7 > 2 || i / 4000 % 3 == 1;
      int value = sounds ? (int) (9000 * Math.sin(i * 0.1) * (1 + i / 8000 % 3) / 3) : 0;
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    var format = new AudioFormat(16_000, 16, 1, true, false);
    try (var stream = new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / 2)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }

  private static WordTiming timing(String word, long from, long to) {
    return new WordTiming(
        word, Duration.ofMillis(from), Duration.ofMillis(to), TimingSource.RECOGNISED);
  }

  private void renderAvatar(Sandbox sandbox) throws Exception {
    try (var pipeline = Vendors.of(sandbox).pipeline(directory).avatar("d-id").build()) {
      pipeline.render(
          VideoRequest.avatar("Hello there.")
              .face(Portrait.in(directory))
              .avatarVoice("")
              .format(new VideoFormat(270, 480))
              .quality(Quality.DRAFT)
              .build());
    }
  }
}
