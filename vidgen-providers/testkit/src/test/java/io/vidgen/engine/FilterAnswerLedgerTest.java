package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.FakeVendor.Fault;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clips that were refused, and the ledger: nothing is paid twice or asked in vain. */
class FilterAnswerLedgerTest extends RefusalFixture {

  @Test
  void render_noAnswerAndRenderedAgain_asksAgainWithoutBuyingTheRest() throws Exception {
    failure(story("Two is " + BAD + "."));
    failure(story("Two is " + BAD + "."));

    assertThat(sent()).hasSize(3);
    assertThat(bought()).hasSize(1);
  }

  @Test
  void render_againAfterAnAnswer_buysAndAsksNothing() throws Exception {
    var story = story("Two is " + BAD_ONCE + ".", FilterAnswer.ASK_AGAIN);
    render(story);
    int posts = vendor.posts();

    assertThat(plan(story).count(Action.BUY)).isZero();
    assertThat(redone(story)).isEmpty();
    assertThat(vendor.posts()).isEqualTo(posts);
  }

  @Test
  void render_otherAnswersThanBefore_keepsWhatWasBought() throws Exception {
    render(story("Two is " + BAD + ".", FilterAnswer.SOFTEN));

    var more = story("Two is " + BAD + ".", FilterAnswer.ASK_AGAIN, FilterAnswer.SOFTEN);

    assertThat(plan(more).count(Action.BUY)).isZero();
    assertThat(redone(more)).isEmpty();
  }

  @Test
  void render_providersInAnotherOrderAfterwards_buysNothing() throws Exception {
    var second = camera("second-video");
    var story = story("Two is " + BAD_ONCE + ".", FilterAnswer.ASK_AGAIN);
    render(b -> b.videos(camera, second), story);

    assertThat(redone(b -> b.videos(second, camera), story)).isEmpty();
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void render_refusedAndCharged_takesNoAnswer() throws Exception {
    vendor.onPoll(new Fault.FailOperation(REFUSED.charged(true)));

    var failure = failure(story("Two.", FilterAnswer.ASK_AGAIN));

    assertThat(failure.failure().message()).contains("code 15236754");
    assertThat(sent()).hasSize(1);
  }

  @Test
  void render_refusedAndPerhapsCharged_takesNoAnswer() throws Exception {
    vendor.onPoll(new Fault.FailOperation(REFUSED.charged(null)));

    failure(story("Two.", FilterAnswer.ASK_AGAIN));

    assertThat(sent()).hasSize(1);
  }

  @Test
  void render_refusalOfACallSentTwice_takesNoAnswer() throws Exception {
    // It says nothing about the first time, which was charged.
    vendor.onSubmit(new Fault.LoseAnswer(), new Fault.Refuse(REFUSED));
    var keyed =
        FakeVideoProvider.of(vendor, SubmitSafety.IDEMPOTENT_KEY)
            .polled(Duration.ofSeconds(5), studio.time);

    end(builder().videos(keyed), story("Two.", FilterAnswer.ASK_AGAIN));

    assertThat(keyed.requests()).extracting(ClipRequest::repeat).containsOnly(0);
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_crashBetweenRefusalAndAnswer_goesOnWithTheAnswer() throws Exception {
    var story = story("Two is " + BAD_ONCE + ".", FilterAnswer.ASK_AGAIN);
    // intent, submitted and done of the first, intent, submitted and refused of the second
    var mortal = CrashingLedger.failing(studio.ledger, new CrashingLedger.Point("clip", 6, true));
    failure(b -> b.ledger(mortal), story);
    assertThat(sent()).hasSize(2);

    assertThat(plan(story).problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("once more"));
    render(story);

    assertThat(sent()).extracting(ClipRequest::repeat).containsExactly(0, 0, 1, 0);
    assertThat(bought()).hasSize(3);
  }

  @Test
  void render_crashAfterTheAnswerWasSent_paysForItOnce() throws Exception {
    var story = story("Two is " + BAD_ONCE + ".", FilterAnswer.ASK_AGAIN);
    var mortal = CrashingLedger.failing(studio.ledger, new CrashingLedger.Point("clip", 8, true));
    failure(b -> b.ledger(mortal), story);

    render(story);

    assertThat(sent()).extracting(ClipRequest::repeat).containsExactly(0, 0, 1, 0);
  }
}
