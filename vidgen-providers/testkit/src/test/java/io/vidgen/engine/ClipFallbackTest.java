package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.job.Chaining;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Story;
import io.vidgen.ledger.StepRecord;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeVendor.Fault;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
}
