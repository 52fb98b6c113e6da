package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Chaining;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Story;
import io.vidgen.job.StoryBuilder;
import io.vidgen.model.Transition;
import io.vidgen.spi.AccountLimits;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a plan says how long its render takes, with a vendor that takes 20 s for each clip. */
class PlanTimeTest extends StoryFixture {
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final int POLLS = 4;
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration CLIP = POLL.multipliedBy(POLLS);

  /** What this machine does beside the last clips; here it takes no time, since it is not real. */
  private static final Duration LOCAL = Duration.ofSeconds(10);

  @BeforeEach
  void takeFourPolls() {
    vendor.readyAfterPolls(POLLS);
  }

  private record Timed(RenderPlan plan, Duration took) {}

  @Test
  void expected_chainOfClips_isAsLongAsTheChain() throws Exception {
    var timed = render(story(3), Chaining.EXTENDED, AccountLimits.UNKNOWN);

    assertNear(CLIP.multipliedBy(3), timed);
    assertThat(step(timed.plan(), "clip-3").begins()).isEqualTo(CLIP.multipliedBy(2));
  }

  @Test
  void expected_clipsSideBySide_isAsLongAsOne() throws Exception {
    var timed = render(story(4), Chaining.SEPARATE, AccountLimits.UNKNOWN);

    assertNear(CLIP, timed);
    assertThat(timed.plan().work()).isGreaterThan(CLIP.multipliedBy(4));
  }

  @Test
  void expected_accountThatTakesTwoAtOnce_isAsLongAsTwoRounds() throws Exception {
    var timed = render(story(4), Chaining.SEPARATE, new AccountLimits(0, 2));

    assertNear(CLIP.multipliedBy(2), timed);
  }

  @Test
  void expected_oneClipMissing_isWhatIsLeft() throws Exception {
    var unused = render(story(3), Chaining.SEPARATE, AccountLimits.UNKNOWN);
    var changed = story(scene(1), scene("else", 1, "Mia", "This is line 2."), scene(3));

    var timed = render(changed, Chaining.SEPARATE, AccountLimits.UNKNOWN);

    assertThat(timed.plan().count(Action.BUY)).isEqualTo(1);
    assertNear(CLIP, timed);
  }

  @Test
  void expected_everythingThere_isNothing() throws Exception {
    var unused = render(story(2), Chaining.SEPARATE, AccountLimits.UNKNOWN);

    var again = render(story(2), Chaining.SEPARATE, AccountLimits.UNKNOWN);

    assertThat(again.plan().expected()).isZero();
    assertThat(again.took()).isZero();
  }

  @Test
  void plan_stepsThatWait_nameWhatTheyWaitFor() throws Exception {
    var plan = render(story(2), Chaining.EXTENDED, AccountLimits.UNKNOWN).plan();

    assertThat(step(plan, "clip-1").after()).isEmpty();
    assertThat(step(plan, "clip-2").after()).containsExactly("clip-1");
    assertThat(step(plan, "audio-2-speech").after()).containsExactly("clip-2");
    assertThat(step(plan, "transcription-2").after()).containsExactly("audio-2-speech");
    assertThat(step(plan, "words-2").after()).containsExactly("transcription-2");
    assertThat(step(plan, "segment-2").after()).containsExactly("words-2");
    assertThat(step(plan, "poster").after()).containsExactly("segment-1");
    assertThat(step(plan, "finish").after())
        .containsExactlyInAnyOrder("segment-1", "segment-2", "mix");
    assertThat(step(plan, "clip-2").reason()).isEqualTo("waits for clip-1");
  }

  @Test
  void plan_everyStep_beginsWhenThoseBeforeItAreDone() throws Exception {
    var plan = render(story(4), Chaining.EXTENDED, AccountLimits.UNKNOWN).plan();

    for (var step : plan.steps()) {
      for (var before : step.after()) {
        assertThat(step.begins()).as(step.id()).isGreaterThanOrEqualTo(step(plan, before).ends());
      }
    }
  }

  /**
   * Time goes by in steps, and waits for the threads that do what is due, as they are real: each
   * clip that runs by the plan is asked about once in a step.
   */
  private void fly(RenderPlan plan, RenderJob job) throws InterruptedException {
    var clips =
        plan.steps().stream()
            .filter(step -> step.kind().equals("clip") && step.action() == Action.BUY)
            .toList();
    int posts = vendor.posts();
    for (var now = Duration.ZERO; now.compareTo(plan.expected()) < 0; now = now.plus(POLL)) {
      var time = now;
      var sent = clips.stream().filter(clip -> clip.begins().compareTo(time) <= 0).toList();
      long running = sent.stream().filter(clip -> clip.ends().compareTo(time) > 0).count();
      soon(
          () ->
              vendor.posts() >= posts + sent.size() && (running == 0 || studio.time.waiting() > 0));
      int polls = vendor.polls();
      studio.time.advance(POLL);
      soon(() -> vendor.polls() >= polls + running);
    }
    assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
  }

  private static void soon(BooleanSupplier condition) {
    long end = System.nanoTime() + MOMENT.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    LockSupport.parkNanos(20_000_000);
  }

  /** A thread that is late costs a poll; what is not as planned costs more clips than one. */
  private static void assertNear(Duration ideal, Timed timed) {
    assertThat(timed.took()).isBetween(ideal, ideal.plus(CLIP).plus(POLL));
    assertThat(timed.plan().expected()).isBetween(ideal, ideal.plus(LOCAL));
  }

  private static PlannedStep step(RenderPlan plan, String id) {
    return plan.steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  private Timed render(StoryBuilder story, Chaining chaining, AccountLimits limits)
      throws InterruptedException {
    Story request = story.chaining(chaining).transition(Transition.CUT).build();
    var camera = new LimitedCamera(videos, limits, CLIP);
    try (var pipeline = builder().videos(camera).build()) {
      var plan = pipeline.plan(request);
      var began = studio.time.instant();
      var job = pipeline.submit(request);
      fly(plan, job);
      var unused = job.join();
      return new Timed(plan, Duration.between(began, studio.time.instant()));
    }
  }
}
