package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.JobState;
import io.vidgen.job.Overrun;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.Shoot;
import io.vidgen.job.Story;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that die while a story that was stepped down is made. */
class StepDownCrashTest extends StepDownFixture {

  static Stream<Story> stories() {
    return Stream.of(
        clips(4).build(),
        story(4).build(),
        story(4).hero(3).build(),
        story(4).shoot(2, Shoot.NARRATED).build());
  }

  /** A point of each kind: announced, sent and not noted, noted, done; in one story each. */
  static Stream<Arguments> points() {
    return Stream.of(
        Arguments.of(clips(4).build(), 2),
        Arguments.of(story(4).build(), 5),
        Arguments.of(story(4).hero(3).build(), 8),
        Arguments.of(story(4).shoot(2, Shoot.NARRATED).build(), 3));
  }

  @ParameterizedTest
  @MethodSource("points")
  void render_diesAtAWriteOfAClip_isFinishedAsPlannedAndPaidOnce(Story story, int write)
      throws Exception {
    assertAsPlanned(story, new Point("clip", write, write % 2 == 0));
  }

  @ParameterizedTest
  @MethodSource("stories")
  @Tag("soak")
  void render_diesAtAnyWriteOfAClip_isFinishedAsPlannedAndPaidOnce(Story story) throws Exception {
    for (int write = 1; write <= 9; write++) {
      assertAsPlanned(story, new Point("clip", write, write % 2 == 0));
    }
  }

  @Test
  void render_diesAtTheDecision_hasBoughtNothingAndIsMadeAsPlanned() throws Exception {
    var story = clips(2).build();
    try (var ledger = Ledgers.inMemory()) {
      var dying = CrashingLedger.failing(ledger, new Point("step-down", 1, true));
      assertThatThrownBy(() -> end(over(dying), story, within("4")))
          .isInstanceOf(IllegalStateException.class);
      assertThat(vendor.posts()).isZero();

      var next = end(over(ledger), story, within("4"));

      assertThat(next.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(charged()).isEqualTo(Money.usd("4.00"));
    }
  }

  private void assertAsPlanned(Story story, Point point) throws Exception {
    var options = within("6");
    vendor = FakeVendor.open(Files.createTempDirectory(directory, "vendor"));
    load();
    loadTiers();
    try (var ledger = Ledgers.inMemory()) {
      var plan = plan(over(ledger), story, options);
      assertThat(plan.stepDowns()).isNotEmpty();

      var died = end(over(CrashingLedger.failing(ledger, point)), story, options);
      assertThat(died.state()).as("%s", point).isEqualTo(JobState.FAILED);
      var next = end(over(ledger), story, options);

      assertThat(next.state()).as("%s: %s", point, next.failure()).isEqualTo(JobState.SUCCEEDED);
      assertThat(charged()).as("%s", point).isEqualTo(Money.usd(amount(plan.price())));
      assertThat(vendor.charges()).as("%s", point).hasSize(clips(story));
    }
  }

  private static int clips(Story story) {
    return (int) Stream.of(1, 2, 3, 4).filter(scene -> story.shootOf(scene) == Shoot.CLIP).count();
  }

  private static String amount(Price price) {
    return ((Price.Range) price).high().amount().toPlainString();
  }

  private VideoPipelineBuilder over(Ledger ledger) {
    return builder().ledger(ledger);
  }

  @Test
  void render_cutOffAndNowWithMoreMoney_keepsWhatIsBoughtAndMakesTheRestAsAsked() throws Exception {
    var story = clips(4).build();
    try (var ledger = Ledgers.inMemory()) {
      // Clips are sent side by side: three writes announce three of them at most.
      var died =
          end(over(CrashingLedger.failing(ledger, new Point("clip", 3, true))), story, within("6"));
      assertThat(died.state()).isEqualTo(JobState.FAILED);
      int bought = vendor.charges().size();

      var plan = plan(over(ledger), story, within("100"));

      assertThat(plan.stepDowns()).allMatch(down -> down.reason().contains("begun so before"));
      var next = end(over(ledger), story, within("100"));
      assertThat(next.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(vendor.charges()).hasSize(4).hasSizeGreaterThan(bought);
    }
  }

  @Test
  void render_cutOffAndNowWithoutStepDown_asksForWhatIsAsked() throws Exception {
    var story = clips(2).build();
    render(story, within("4"));

    var plan = plan(story, RenderOptions.builder().overrun(Overrun.fail()).build());

    assertThat(plan.price()).isEqualTo(usd("3.20"));
  }

  @Test
  void render_safetyIsStrict_isNeverSentAgain() throws Exception {
    videos = videos(SubmitSafety.AT_MOST_ONCE).model("standard", Money.usd("0.40"));
    fast = videos(SubmitSafety.AT_MOST_ONCE).model("fast", Money.usd("0.10"));
    videos = videos.tiers(fast);
    var story = clips(2).build();
    try (var ledger = Ledgers.inMemory()) {
      // Dies when the second clip, of the fast model, is sent and not noted.
      var unused =
          end(
              over(CrashingLedger.failing(ledger, new Point("clip", 4, false))),
              story,
              within("4"));
      int posts = vendor.posts();

      var next = end(over(ledger), story, within("4"));

      assertThat(next.state()).isEqualTo(JobState.NEEDS_ATTENTION);
      assertThat(vendor.posts()).isEqualTo(posts);
    }
  }
}
