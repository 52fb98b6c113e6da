package io.vidgen.rest.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsOptionsBuilder;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProvider;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fifty renders by two pipelines that share a key, at a vendor that takes five calls at once. */
@Timeout(300)
class LimitStormTest {
  private static final int RENDERS = 50;
  private static final int TOO_MANY = 429;
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().scale(0.02).credits(BigDecimal.valueOf(1_000_000)).start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void submit_limitKnown_vendorNeverSaysTooMany() {
    var jobs = storm(options -> options.concurrency(5));

    assertThat(jobs).allMatch(job -> job.state() == JobState.SUCCEEDED);
    assertThat(refused()).isZero();
    assertThat(sandbox.charges(Vendor.ELEVENLABS)).hasSize(RENDERS);
  }

  @Test
  void submit_limitNotKnown_isLearnedFromAnswers() {
    var jobs = storm(options -> options);

    assertThat(jobs).allMatch(job -> job.state() == JobState.SUCCEEDED);
    assertThat(refused()).as("until the first answers came").isLessThanOrEqualTo(5);
    assertThat(sandbox.charges(Vendor.ELEVENLABS)).hasSize(RENDERS);
  }

  @Test
  void submit_planOfThree_isLearnedOnceAndKeptFromThenOn() {
    sandbox.limit(Vendor.ELEVENLABS, new AccountLimits(0, 3));
    try (var one = pipeline(options -> options);
        var two = pipeline(options -> options)) {
      var first = submit(one, two, 0, 30);
      await(first);
      long learned = refused();
      await(submit(one, two, 30, 30));

      assertThat(learned).as("of the eight that go before the first answer").isLessThanOrEqualTo(5);
      assertThat(refused()).as("afterwards none").isEqualTo(learned);
      assertThat(sandbox.refused(Vendor.ELEVENLABS)).hasSize((int) learned);
      assertThat(sandbox.charges(Vendor.ELEVENLABS)).as("each bought once").hasSize(60);
    }
  }

  @Test
  void submit_ownersOfUnequalSizeInTwoPipelines_takeTurns() {
    sandbox.limit(Vendor.ELEVENLABS, new AccountLimits(0, 2));
    var alice = new ArrayList<RenderJob>();
    try (var one = pipeline(options -> options.concurrency(2));
        var two = pipeline(options -> options.concurrency(2))) {
      for (int i = 0; i < 40; i++) {
        alice.add(one.submit(says(i), owner("alice")));
      }
      var bob = new ArrayList<RenderJob>();
      for (int i = 0; i < 8; i++) {
        bob.add(two.submit(says(i, "Bob is here."), owner("bob")));
      }
      await(bob);
      long alices = alice.stream().filter(job -> job.state() == JobState.SUCCEEDED).count();
      await(alice);

      // One of hers for each of his, and those that went before he came.
      assertThat(alices).isLessThanOrEqualTo(24);
      assertThat(refused()).isZero();
      assertThat(sandbox.charges(Vendor.ELEVENLABS)).hasSize(48);
    }
  }

  private static RenderOptions owner(String name) {
    return RenderOptions.builder().owner(name).build();
  }

  private static List<RenderJob> submit(VideoPipeline one, VideoPipeline two, int from, int count) {
    var jobs = new ArrayList<RenderJob>();
    for (int i = from; i < from + count; i++) {
      jobs.add((i % 2 == 0 ? one : two).submit(says(i)));
    }
    return jobs;
  }

  private static void await(List<RenderJob> jobs) {
    jobs.forEach(job -> assertThat(job.join(PATIENCE)).isPresent());
  }

  private List<RenderJob> storm(UnaryOperator<ElevenLabsOptionsBuilder> change) {
    try (var one = pipeline(change);
        var two = pipeline(change)) {
      var jobs = submit(one, two, 0, RENDERS);
      await(jobs);
      return jobs;
    }
  }

  private VideoPipeline pipeline(UnaryOperator<ElevenLabsOptionsBuilder> change) {
    var options =
        ElevenLabsOptions.builder(Secret.of("storm-elevenlabs"))
            .url(URI.create(sandbox.url(Vendor.ELEVENLABS)))
            .format("pcm_16000");
    return VideoPipeline.builder()
        .speech(ElevenLabsSpeechProvider.create(change.apply(options).build()))
        .images(FakeImageProvider.create())
        .composer(FakeComposer.create())
        .build();
  }

  private long refused() {
    return sandbox.requests().stream().filter(request -> request.status() == TOO_MANY).count();
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
