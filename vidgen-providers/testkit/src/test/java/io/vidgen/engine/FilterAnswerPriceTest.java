package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderPlan;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeVendor.Fault;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers to refusals cost, and that plans say so. */
class FilterAnswerPriceTest extends RefusalFixture {

  @Test
  void plan_soften_warnsOfAScriptForEachClip() {
    var plan = plan(story("Two.", FilterAnswer.SOFTEN));

    assertThat(warned(plan)).singleElement().asString().contains("SOFTEN", "up to USD 0.03 more");
    assertThat(plan.price()).isEqualTo(Price.exactly(Money.usd("2.20")));
  }

  @Test
  void plan_softenTwice_warnsOfTwoScripts() {
    var plan = plan(story("Two.", FilterAnswer.SOFTEN, FilterAnswer.SOFTEN));

    assertThat(warned(plan)).singleElement().asString().contains("up to USD 0.06 more");
  }

  @Test
  void plan_ownVoiceThatIsPaid_warnsOfIt() {
    var voice = FakeRemoteSpeechProvider.of(vendor, SubmitSafety.RECONCILABLE);

    var plan = plan(b -> b.speech(voice), story("Two.", FilterAnswer.OWN_VOICE));

    assertThat(warned(plan)).singleElement().asString().contains("OWN_VOICE", "USD 0.30 more");
  }

  @Test
  void plan_answersThatCostNothing_warnsOfNothing() {
    assertThat(warned(plan(story("Two.", FilterAnswer.ASK_AGAIN, FilterAnswer.OWN_VOICE))))
        .isEmpty();
  }

  @Test
  void plan_nextProvider_warnsOfTheMostThatAChainCanCostThere() throws Exception {
    vendor.onPoll(new Fault.None(), new Fault.FailOperation(REFUSED));
    var second = camera("second-video");
    var story = story("Two.", FilterAnswer.NEXT_PROVIDER);

    var plan = plan(b -> b.videos(camera, second), story);
    var render = render(b -> b.videos(camera, second), story);

    assertThat(warned(plan)).singleElement().asString().contains("NEXT_PROVIDER", "0.20 more");
    assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd("2.30")));
  }

  @Test
  void plan_everythingBought_warnsOfNothing() throws Exception {
    var story = story("Two.", FilterAnswer.SOFTEN);
    render(story);

    assertThat(warned(plan(story))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5,20,148", "7,1,148", "7,20,21"})
  void render_nextProviderCannotMakeTheRestOfTheChain_isNotAsked(int more, int times, int most)
      throws Exception {
    vendor.onPoll(new Fault.FailOperation(REFUSED));
    var second = second(more, times, most);

    var failure = failure(b -> b.videos(camera, second), story("Two.", FilterAnswer.NEXT_PROVIDER));

    assertThat(failure.kind()).isEqualTo(FailureKind.CONTENT_FILTERED);
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void render_nextProviderMakesLongerExtensions_isAskedForThose() throws Exception {
    vendor.onPoll(new Fault.FailOperation(REFUSED));
    var second = second(8, 2, 24);

    var story = story("Two.", FilterAnswer.NEXT_PROVIDER);
    var job = end(builder().videos(camera, second), story);

    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(second.requests())
        .extracting(ClipRequest::duration)
        .containsOnly(Duration.ofSeconds(8))
        .hasSize(3);
  }

  private FakeVideoProvider second(int more, int times, int most) {
    var usual = FakeVideoProvider.LIMITS;
    return camera("second-video")
        .limited(
            new ClipLimits(
                usual.lengths(),
                Duration.ofSeconds(more),
                times,
                Duration.ofSeconds(most),
                usual.maxReferences(),
                false,
                true,
                true,
                usual.retention()));
  }

  private static List<String> warned(RenderPlan plan) {
    return warnings(plan).stream().filter(line -> line.startsWith("whenFiltered")).toList();
  }
}
