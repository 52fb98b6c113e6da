package io.vidgen.rest.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.rest.coqui.CoquiOptions;
import io.vidgen.rest.coqui.CoquiSpeechProvider;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsOptionsBuilder;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProvider;
import io.vidgen.rest.whisper.WhisperTranscriptionProviderFactory;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Secret;
import io.vidgen.spi.VideoComposer;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.ManualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two pipelines with one key at vendors that hold it to its limits. Time stands still while
 * anything runs, for the vendors and for us.
 */
@Timeout(300)
class PaceFlowTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir static Path directory;

  private final ManualTime time = ManualTime.create();
  private final Sandbox sandbox =
      Sandbox.builder()
          .scale(0)
          .virtualTime(time.instant())
          .credits(BigDecimal.valueOf(1_000_000))
          .start();
  private final EventLog log = new EventLog();
  private Duration passed = Duration.ZERO;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void elevenLabs_requestsOfAMinuteKnown_nothingIsRefused() {
    sandbox.limit(Vendor.ELEVENLABS, new AccountLimits(10, 0));
    try (var one = voices(options().requestsPerMinute(10));
        var two = voices(options().requestsPerMinute(10))) {
      end(submit(one, two, 30));
    }

    assertThat(sandbox.refused(Vendor.ELEVENLABS)).isEmpty();
    assertThat(sandbox.charges(Vendor.ELEVENLABS)).hasSize(30);
    assertThat(passed).isBetween(Duration.ofSeconds(122), Duration.ofSeconds(130));
    assertThat(log.of(RenderEvent.TurnAwaited.class))
        .as("eight go at once")
        .hasSizeBetween(20, 22)
        .noneMatch(wait -> wait.toString().contains("storm-elevenlabs"));
  }

  @Test
  void elevenLabs_requestsOfAMinuteNotKnown_allEndAndRefusalsAreFew() {
    sandbox.limit(Vendor.ELEVENLABS, new AccountLimits(10, 0));
    try (var one = voices(options());
        var two = voices(options())) {
      end(submit(one, two, 30));
    }

    assertThat(sandbox.charges(Vendor.ELEVENLABS)).hasSize(30);
    assertThat(sandbox.refused(Vendor.ELEVENLABS))
        .as("seven tries in each minute, since the vendor does not say when to come back")
        .hasSizeLessThan(30);
    assertThat(passed).as("of two minutes at least").isLessThan(Duration.ofMinutes(4));
  }

  @Test
  void elevenLabs_ownersOfUnequalSize_takeTurns() {
    sandbox.limit(Vendor.ELEVENLABS, new AccountLimits(4, 0));
    try (var one = voices(options().requestsPerMinute(4));
        var two = voices(options().requestsPerMinute(4))) {
      var jobs = new ArrayList<RenderJob>();
      for (int i = 0; i < 30; i++) {
        jobs.add(one.submit(says(i), owner("alice")));
      }
      for (int i = 30; i < 36; i++) {
        jobs.add(two.submit(says(i), owner("bob")));
      }
      end(sandbox, jobs, jobs.subList(30, 36));
      var bobs = passed;
      end(jobs);

      // Four go before he comes; then two of each minute are his.
      assertThat(bobs).isLessThanOrEqualTo(Duration.ofSeconds(3 * 61 + 5));
      assertThat(passed).isGreaterThanOrEqualTo(Duration.ofSeconds(8 * 60));
    }
    assertThat(sandbox.refused(Vendor.ELEVENLABS)).isEmpty();
    assertThat(sandbox.charges(Vendor.ELEVENLABS)).hasSize(36);
  }

  @Test
  void openAi_requestsOfAMinute_areLearnedFromTheHeaders() {
    sandbox.limit(Vendor.WHISPER, new AccountLimits(6, 0));
    try (var one = ears();
        var two = ears()) {
      end(tell(one, two, 0, 9));
      int learned = sandbox.refused(Vendor.WHISPER).size();
      assertThat(learned).as("of those that went before the first answer").isLessThanOrEqualTo(2);
      end(tell(one, two, 9, 9));

      assertThat(sandbox.refused(Vendor.WHISPER)).as("none afterwards").hasSize(learned);
    }
    assertThat(sandbox.charges(Vendor.WHISPER)).hasSize(18);
  }

  @Test
  void did_videosAtOnce_areLearnedFromRefusals() throws Exception {
    try (var slow =
        Sandbox.builder()
            .scale(1)
            .virtualTime(time.instant())
            .credits(BigDecimal.TEN.pow(6))
            .start()) {
      slow.limit(Vendor.DID, new AccountLimits(0, 3));
      var face = Flows.face(directory);
      var jobs = new ArrayList<RenderJob>();
      try (var one = avatars(slow);
          var two = avatars(slow)) {
        for (int i = 0; i < 24; i++) {
          jobs.add((i % 2 == 0 ? one : two).submit(avatar(face, i), RenderOptions.DEFAULT, log));
        }
        end(slow, jobs, jobs.subList(0, 12));
        int learned = slow.refused(Vendor.DID).size();
        end(slow, jobs, jobs);

        assertThat(learned).as("eight go first, for three places").isLessThanOrEqualTo(20);
        assertThat(slow.refused(Vendor.DID).size() - learned).as("then hardly any").isLessThan(6);
      }
      assertThat(slow.charges(Vendor.DID).stream().filter(c -> c.amount().signum() > 0))
          .hasSize(24);
    }
  }

  private static VideoRequest avatar(Path face, int take) {
    return VideoRequest.avatar(Flows.TEXT)
        .face(face)
        .avatarVoice("en-US-JennyNeural")
        .take(take)
        .build();
  }

  private VideoPipeline avatars(Sandbox vendors) {
    return builder()
        .avatar(Flows.did(vendors.address()))
        .transcription(io.vidgen.testkit.FakeTranscriptionProvider.aligner())
        .build();
  }

  private static RenderOptions owner(String name) {
    return RenderOptions.builder().owner(name).build();
  }

  private static List<RenderJob> submit(VideoPipeline one, VideoPipeline two, int count) {
    return submit(one, two, 0, count);
  }

  private static List<RenderJob> submit(VideoPipeline one, VideoPipeline two, int from, int count) {
    var jobs = new ArrayList<RenderJob>();
    for (int i = from; i < from + count; i++) {
      jobs.add((i % 2 == 0 ? one : two).submit(says(i)));
    }
    return jobs;
  }

  /** Something else each time, since equal recordings are heard once. */
  private static List<RenderJob> tell(VideoPipeline one, VideoPipeline two, int from, int count) {
    var jobs = new ArrayList<RenderJob>();
    for (int i = from; i < from + count; i++) {
      jobs.add((i % 2 == 0 ? one : two).submit(says(i, "Boat number " + i + " is out.")));
    }
    return jobs;
  }

  private void end(List<RenderJob> jobs) {
    end(sandbox, jobs, jobs);
  }

  /** Lets a second go by whenever all that there is to do is wait, until some are over. */
  private void end(Sandbox vendors, List<RenderJob> all, List<RenderJob> some) {
    int still = 0;
    while (!some.stream().allMatch(PaceFlowTest::isOver)) {
      still = all.stream().allMatch(job -> isOver(job) || waits(job)) ? still + 1 : 0;
      if (still > 2) {
        still = 0;
        passed = passed.plus(SECOND);
        vendors.advance(SECOND);
        time.advance(SECOND);
      }
      LockSupport.parkNanos(Duration.ofMillis(4).toNanos());
    }
    assertThat(some).allSatisfy(job -> assertThat(job.failure()).isEmpty());
  }

  private static boolean isOver(RenderJob job) {
    return job.completion().toCompletableFuture().isDone();
  }

  private static boolean waits(RenderJob job) {
    return job.state() == JobState.WAITING_REMOTE;
  }

  private VideoPipeline voices(ElevenLabsOptionsBuilder options) {
    return builder().speech(ElevenLabsSpeechProvider.create(options.build())).build();
  }

  private ElevenLabsOptionsBuilder options() {
    return ElevenLabsOptions.builder(Secret.of("storm-elevenlabs"))
        .url(URI.create(sandbox.url(Vendor.ELEVENLABS)))
        .format("pcm_16000");
  }

  /** A voice that tells no times, and ears that find them. */
  private VideoPipeline ears() {
    var settings =
        Map.of(
            "OPENAI_BASE_URL", sandbox.url(Vendor.WHISPER) + "/v1", "OPENAI_API_KEY", "storm-key");
    return builder()
        .composer(hearing())
        .speech(
            new CoquiSpeechProvider(
                CoquiOptions.builder(URI.create(sandbox.url(Vendor.COQUI))).build()))
        .transcription(
            new WhisperTranscriptionProviderFactory().create(FakeProviderConfig.of(settings)))
        .build();
  }

  /** A composer that makes no pictures, but hands on what is really said. */
  private static VideoComposer hearing() {
    var fake = FakeComposer.create();
    return (VideoComposer)
        Proxy.newProxyInstance(
            VideoComposer.class.getClassLoader(),
            new Class<?>[] {VideoComposer.class},
            (proxy, method, args) -> {
              try {
                return method.invoke(
                    method.getName().equals("audio") ? Films.COMPOSER : fake, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private VideoPipelineBuilder builder() {
    return VideoPipeline.builder()
        .ledger(Ledgers.inMemory())
        .storage(Storages.inMemory())
        .clock(time)
        .scheduler(time)
        .images(FakeImageProvider.create())
        .composer(FakeComposer.create())
        .addListener(log);
  }

  /** One sentence, spoken afresh each time. */
  private static VideoRequest says(int take) {
    return says(take, Flows.TEXT);
  }

  private static VideoRequest says(int take, String text) {
    var scene =
        new Scene("", List.of(DialogueLine.narrator(text)), "a boat", "", null, null, null, 1);
    var script = new Script("Storm", Locale.ENGLISH, List.of(scene));
    return VideoRequest.narrated(script).take(take).build();
  }
}
