package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVendor.Fault;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clip that somebody made who stepped in is found again, and bought by one of many jobs only. */
class ClipFallbackKeptTest extends RefusalFixture {
  private static final Fault OK = new Fault.None();
  private static final Fault BROKE =
      new Fault.Refuse(Failure.of(FailureKind.QUOTA, "the credit is used up", ""));

  private FakeVendor other;
  private FakeVideoProvider second;

  @BeforeEach
  void loadAnother() {
    other = FakeVendor.open(directory.resolve("other"));
    second = camera("second-video", other, SubmitSafety.RECONCILABLE);
  }

  private FakeVideoProvider camera(String id, FakeVendor vendor, SubmitSafety safety) {
    return FakeVideoProvider.of(vendor, safety)
        .named(id)
        .polled(Duration.ofSeconds(5), studio.time);
  }

  private static Story alone() {
    return VideoRequest.story(script(scene("A harbour.", "One goes out."))).build();
  }

  /** The second clip is refused for its content, and what answers that meets an empty account. */
  private Story answered(FilterAnswer answer) {
    boolean soften = answer == FilterAnswer.SOFTEN;
    vendor.onSubmit(OK, soften ? OK : new Fault.Refuse(REFUSED), BROKE);
    return story(soften ? "Two is " + BAD + "." : "Two is out.", answer);
  }

  @ParameterizedTest
  @EnumSource(
      value = FilterAnswer.class,
      names = {"SOFTEN", "OWN_VOICE"})
  void render_steppedInAfterAnAnswer_isFoundAgain(FilterAnswer answer) throws Exception {
    var story = answered(answer);
    render(b -> b.videos(camera, second), story);
    int paid = vendor.charges().size() + other.charges().size();

    assertThat(redone(b -> b.videos(camera, second), story)).isEmpty();

    assertThat(second.requests()).hasSize(2);
    assertThat(vendor.charges().size() + other.charges().size()).isEqualTo(paid);
  }

  @Test
  void render_answerOfWhoSteppedInWasLost_needsAttentionAgain() throws Exception {
    var story = answered(FilterAnswer.OWN_VOICE);
    var unsure = camera("second-video", other, SubmitSafety.AT_MOST_ONCE);
    other.onSubmit(new Fault.LoseAnswer());
    var failure = failure(b -> b.videos(camera, unsure), story);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);

    var again = failure(b -> b.videos(camera, unsure), story);

    assertThat(again.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(vendor.charges()).hasSize(1);
    assertThat(other.charges()).hasSize(1);
  }

  @Test
  void submit_oneWaitsForRoomAtTheNextWhileTheFirstIsWellAgain_isPaidOnce() throws Exception {
    var alice =
        RenderOptions.builder()
            .owner("alice")
            .budget(
                Budget.UNLIMITED.andWindow(
                    Money.usd("1.00"), Duration.ofMinutes(10), "second-video"))
            .build();
    Story warm = VideoRequest.story(script(scene("A wood.", "Something else is here."))).build();
    vendor.onSubmit(BROKE, BROKE);
    try (var pipeline = builder().videos(camera, second).build()) {
      var before = pipeline.submit(warm, alice);
      assertThat(studio.time.flyUntil(before.completion(), Studio.PATIENCE)).isTrue();
      var one = pipeline.submit(alone(), alice);
      assertThat(
              Studio.await(
                  () -> camera.requests().size() == 2 && one.state() == JobState.WAITING_REMOTE))
          .isTrue();

      var two = pipeline.submit(alone(), RenderOptions.builder().owner("bob").build());
      assertThat(studio.time.flyUntil(two.completion(), Studio.PATIENCE)).isTrue();
      assertThat(studio.time.flyUntil(one.completion(), Studio.PATIENCE)).isTrue();

      assertThat(one.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(two.state()).isEqualTo(JobState.SUCCEEDED);
    }
    assertThat(vendor.charges().size() + other.charges().size()).isEqualTo(2);
  }

  @Test
  void submit_manyWhileTheFirstRefusesOne_isPaidOnceAndAllSucceed() throws Exception {
    for (int round = 0; round < 4; round++) {
      var first = FakeVendor.open(directory.resolve("first-" + round)).onSubmit(BROKE);
      var next = FakeVendor.open(directory.resolve("next-" + round));
      var jobs = new ArrayList<RenderJob>();
      try (var ledger = Ledgers.inMemory();
          var pipeline =
              builder()
                  .ledger(ledger)
                  .videos(
                      camera("fake-video", first, SubmitSafety.RECONCILABLE),
                      camera("second-video", next, SubmitSafety.RECONCILABLE))
                  .parallelism(8)
                  .build()) {
        for (int i = 0; i < 12; i++) {
          jobs.add(pipeline.submit(alone()));
        }
        for (var job : jobs) {
          assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
        }
      }
      assertThat(jobs).extracting(RenderJob::state).containsOnly(JobState.SUCCEEDED);
      assertThat(first.charges().size() + next.charges().size()).isEqualTo(1);
    }
  }
}
