package io.vidgen.engine;

import static io.vidgen.job.JobState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.job.Chaining;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.JobState;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderJob;
import io.vidgen.job.Story;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.StepRecord;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVendor.Fault;
import io.vidgen.testkit.FakeVideoProvider;
import io.vidgen.testkit.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clips whose provider cannot serve. */
class ClipFallbackTest extends RefusalFixture {
  private static final Fault OK = new Fault.None();
  private static final Fault BROKE =
      new Fault.Refuse(Failure.of(FailureKind.QUOTA, "the credit is used up", ""));

  private FakeVideoProvider second;

  @BeforeEach
  void loadAnother() {
    second = camera("second-video");
  }

  private static Story chain() {
    return three().build();
  }

  @Test
  void render_firstClipRefused_allIsMadeByTheNext() throws Exception {
    vendor.onSubmit(BROKE);

    var render = render(b -> b.videos(camera, second), chain());

    assertThat(second.requests()).hasSize(3);
    assertThat(bought()).extracting(StepRecord::provider).containsOnly("second-video");
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(22));
    assertThat(manifest(render)).contains("fake-video cannot serve now (the credit is used up)");
  }

  @Test
  void render_secondOfAChain_beginsANewChainAtTheNextAndGoesOnThere() throws Exception {
    vendor.onSubmit(OK, BROKE);

    var render = render(b -> b.videos(camera, second), chain());

    assertThat(second.requests()).hasSize(2);
    assertThat(second.requests().get(0).extend()).isNull();
    assertThat(second.requests().get(1).extend().provider()).isEqualTo("second-video");
    assertThat(manifest(render)).contains("a new chain begins");
    assertThat(vendor.charges()).hasSize(3);
  }

  @Test
  void render_accountPausedForLong_clipsThatWaitGoToTheNextAtOnce() throws Exception {
    vendor.onSubmit(
        new Fault.Refuse(
            Failure.of(FailureKind.RATE_LIMITED, "slow down", "")
                .retryAfter(Duration.ofMinutes(10))));
    var limited = new LimitedCamera(camera, new AccountLimits(0, 1));
    var story = three().chaining(Chaining.SEPARATE).build();
    try (var pipeline = builder().videos(limited, second).build()) {
      var began = studio.time.instant();
      var job = pipeline.submit(story);

      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();

      assertThat(job.state()).isEqualTo(SUCCEEDED);
      assertThat(Duration.between(began, studio.time.instant())).isLessThan(Duration.ofMinutes(9));
    }
    assertThat(second.requests()).hasSize(3);
    assertThat(camera.requests()).hasSizeLessThan(2);
  }

  @Test
  void plan_afterAFallback_reusesBothChainsWhateverTheOrder() throws Exception {
    vendor.onSubmit(OK, BROKE);
    render(b -> b.videos(camera, second), chain());

    for (var order : List.of(List.of(camera, second), List.of(second, camera))) {
      var cameras = order.toArray(FakeVideoProvider[]::new);
      assertThat(redone(b -> b.videos(cameras), chain())).isEmpty();
      try (var pipeline = builder().videos(cameras).build()) {
        assertThat(pipeline.plan(chain()).steps())
            .filteredOn(step -> step.kind().equals("clip"))
            .allMatch(step -> step.action() == Action.REUSE);
      }
    }
    assertThat(vendor.charges()).hasSize(3);
  }

  @Test
  void plan_anotherWithOtherLengthsComesFirst_reusesWhatWasBought() throws Exception {
    render(b -> b.videos(camera), chain());
    var other =
        second.limited(
            ClipLimits.builder()
                .lengths(List.of(Duration.ofSeconds(6)))
                .extensions(Duration.ofSeconds(7), 20, Duration.ofSeconds(148))
                .build());

    assertThat(redone(b -> b.videos(other, camera), chain())).isEmpty();
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void render_unknownOutcomeOfTheSecond_neverFallsBack() throws Exception {
    camera =
        FakeVideoProvider.of(vendor, SubmitSafety.AT_MOST_ONCE)
            .polled(Duration.ofSeconds(5), studio.time);
    vendor.onSubmit(OK, new Fault.LoseAnswer());

    var failure = failure(b -> b.videos(camera, second), chain());

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void render_invalidRequest_neverFallsBack() throws Exception {
    vendor.onSubmit(
        new Fault.Refuse(Failure.of(FailureKind.INVALID_REQUEST, "no such length", "")));

    var failure = failure(b -> b.videos(camera, second), chain());

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void render_routerLetsNobodyStepIn_fails() throws Exception {
    vendor.onSubmit(BROKE);

    var failure =
        failure(
            b -> b.videos(camera, second).router(VideoRouter.listed().withoutFallback()), chain());

    assertThat(failure.kind()).isEqualTo(FailureKind.QUOTA);
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void render_nextCannotMakeTheRest_isPassedOver() throws Exception {
    vendor.onSubmit(BROKE);
    var short1 =
        second.limited(
            ClipLimits.builder()
                .lengths(List.of(Duration.ofSeconds(8)))
                .extensions(Duration.ofSeconds(7), 1, Duration.ofSeconds(15))
                .build());
    var third = camera("third-video");

    render(b -> b.videos(camera, short1, third), chain());

    assertThat(short1.requests()).isEmpty();
    assertThat(third.requests()).hasSize(3);
  }

  @Test
  void render_refusedForItsContentThere_takesTheAnswersThere() throws Exception {
    vendor.onSubmit(BROKE);
    var story = story("Two is " + BAD_ONCE + ".", FilterAnswer.ASK_AGAIN);

    render(b -> b.videos(camera, second), story);

    assertThat(second.requests()).hasSize(4);
    assertThat(bought()).hasSize(3);
  }

  @Test
  void render_separateClips_onlyTheOneMoves() throws Exception {
    vendor.onSubmit(OK, BROKE);
    var story = three().chaining(Chaining.SEPARATE).build();

    render(b -> b.videos(camera, second), story);

    assertThat(second.requests()).hasSize(1);
    assertThat(bought()).hasSize(3);
    assertThat(redone(b -> b.videos(camera, second), story)).isEmpty();
  }

  @Test
  void plan_severalCameras_saysWhoWouldStepIn() throws Exception {
    try (var pipeline = builder().videos(camera, second).build()) {
      var plan = pipeline.plan(chain());

      assertThat(errors(plan)).isEmpty();
    }
  }

  @Test
  void render_diesAtAWriteOfTheFallback_isFinishedByTheNextAndPaidOnce() throws Exception {
    int writes = writes();
    for (int write = 4; write <= writes; write++) {
      assertPaidOnce(write, write % 2 == 0);
    }
  }

  @Test
  @Tag("soak")
  void render_diesAtAnyWriteOfTheFallback_isFinishedByTheNextAndPaidOnce() throws Exception {
    int writes = writes();
    for (int write = 4; write <= writes; write++) {
      assertPaidOnce(write, false);
      assertPaidOnce(write, true);
    }
  }

  private int writes() throws Exception {
    try (var ledger = Ledgers.inMemory()) {
      int writes = died(ledger, new Point("clip", 0, false), directory.resolve("count"));
      assertThat(writes).isGreaterThan(9);
      return writes;
    }
  }

  private void assertPaidOnce(int write, boolean after) throws Exception {
    var place = directory.resolve("write-" + write + after);
    var first = FakeVendor.open(place.resolve("first"));
    var next = FakeVendor.open(place.resolve("next"));
    try (var ledger = Ledgers.inMemory()) {
      var unused = died(ledger, new Point("clip", write, after), place);

      var job = film(ledger, first, next);

      assertThat(job.state()).as("write %d: %s", write, job.failure()).isEqualTo(SUCCEEDED);
    }
    int paid = first.charges().size() + next.charges().size();
    assertThat(paid).as("paid, write %d %s", write, after).isEqualTo(3);
  }

  /** The first clip is made, and then its provider has no credit left. How often was written? */
  private int died(Ledger ledger, Point point, Path place) throws Exception {
    var first = FakeVendor.open(place.resolve("first")).onSubmit(OK, BROKE, BROKE, BROKE);
    var crashing = CrashingLedger.failing(ledger, point);
    var job = film(crashing, first, FakeVendor.open(place.resolve("next")));
    assertThat(job.state()).isEqualTo(point.write() == 0 ? SUCCEEDED : JobState.FAILED);
    return crashing.writes();
  }

  private static RenderJob film(Ledger ledger, FakeVendor first, FakeVendor next)
      throws InterruptedException {
    var time = ManualTime.create();
    var every = Duration.ofSeconds(5);
    try (var storage = Storages.inMemory();
        var pipeline =
            VideoPipeline.builder()
                .ledger(ledger)
                .storage(storage)
                .videos(
                    FakeVideoProvider.of(first, SubmitSafety.RECONCILABLE).polled(every, time),
                    FakeVideoProvider.of(next, SubmitSafety.RECONCILABLE)
                        .named("second-video")
                        .polled(every, time))
                .speech(FakeSpeechProvider.create())
                .images(FakeImageProvider.create())
                .transcription(FakeTranscriptionProvider.aligner())
                .composer(FakeComposer.create())
                .clock(time)
                .scheduler(time)
                .build()) {
      var job = pipeline.submit(chain());
      assertThat(time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }

  private static VideoRouter without(String id) {
    return VideoRouter.by(
        "without " + id,
        (kind, all) -> all.stream().filter(one -> !one.provider().equals(id)).toList());
  }

  @Test
  void render_ownOrderLeavesOneOut_isNeverAsked() throws Exception {
    vendor.onSubmit(BROKE);
    var third = camera("third-video");
    var router = without("second-video");

    render(b -> b.videos(camera, second, third).router(router), chain());

    assertThat(second.requests()).isEmpty();
    assertThat(third.requests()).hasSize(3);
    var plan = plan(b -> b.videos(camera, second).router(router), chain());
    assertThat(plan.steps())
        .filteredOn(step -> step.routing() != null && step.kind().equals("clip"))
        .isNotEmpty()
        .allSatisfy(
            step ->
                assertThat(step.routing().describe())
                    .contains("second-video: passed over: left out by order"));
  }

  @Test
  void render_refusedForItsContentAndTheNextIsLeftOut_asksNobody() throws Exception {
    var story = story("Two is " + BAD + ".", FilterAnswer.NEXT_PROVIDER);

    var failure = failure(b -> b.videos(camera, second).router(without("second-video")), story);

    assertThat(failure.kind()).isEqualTo(FailureKind.CONTENT_FILTERED);
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void render_madeByOneWhoIsLeftOutNow_buysNothing() throws Exception {
    render(b -> b.videos(second), chain());

    assertThat(redone(b -> b.videos(camera, second).router(without("second-video")), chain()))
        .isEmpty();
    assertThat(vendor.charges()).hasSize(3);
  }

  @Test
  void render_movedToOneWhoIsLeftOutNow_buysNothing() throws Exception {
    vendor.onSubmit(OK, BROKE);
    render(b -> b.videos(camera, second), chain());

    assertThat(redone(b -> b.videos(camera, second).router(without("second-video")), chain()))
        .isEmpty();
    assertThat(vendor.charges()).hasSize(3);
  }
}
