package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.VideoProvider;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.FakeVendor.Fault;
import io.vidgen.testkit.FakeVideoProvider;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Clips that a vendor refuses for their content, and what the story says to do then. */
class FilterAnswerTest extends ShootingTest {
  private static final Failure REFUSED =
      Failure.of(FailureKind.CONTENT_FILTERED, "code 15236754", "").charged(false);
  private static final String BAD = FakeVideoProvider.FILTERED;

  private final MildScripts writer = new MildScripts(text -> text.replace(BAD, "kind"));

  @Override
  VideoPipelineBuilder builder() {
    return super.builder().scripts(writer);
  }

  /** The second of three clips of a chain says something. */
  private static Story story(String second, FilterAnswer... answers) {
    return VideoRequest.story(
            script(
                scene("A harbour.", "One goes out."),
                scene("The sea.", second),
                scene("A beach.", "Three stays here.")))
        .whenFiltered(answers)
        .build();
  }

  private VidgenException failure(UnaryOperator<VideoPipelineBuilder> change, VideoRequest request)
      throws InterruptedException {
    var job = end(change.apply(builder()), request);
    return catchThrowableOfType(VidgenException.class, job::join);
  }

  private VidgenException failure(VideoRequest request) throws InterruptedException {
    return failure(b -> b, request);
  }

  private List<String> prompts() {
    return sent().stream().map(ClipRequest::prompt).toList();
  }

  @Test
  void render_noAnswer_failsAtOnceAndNamesTheAnswers() throws Exception {
    var failure = failure(story("Two is " + BAD + "."));

    assertThat(failure.kind()).isEqualTo(FailureKind.CONTENT_FILTERED);
    assertThat(failure.failure().message()).contains("scene 2", "fake-video", "was filtered");
    assertThat(failure.failure().remedy()).contains("ASK_AGAIN, SOFTEN, OWN_VOICE, NEXT_PROVIDER");
    assertThat(failure.failure().context().scene()).isEqualTo(2);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void render_noAnswerAndRenderedAgain_asksAgainWithoutBuyingTheRest() throws Exception {
    failure(story("Two is " + BAD + "."));
    failure(story("Two is " + BAD + "."));

    assertThat(sent()).hasSize(3);
    assertThat(bought()).hasSize(1);
  }

  @Test
  void render_askAgain_asksTheSameOnceMore() throws Exception {
    var story = story("Two is " + FakeVideoProvider.FILTERED_ONCE + ".", FilterAnswer.ASK_AGAIN);

    var render = render(story);

    assertThat(sent()).extracting(ClipRequest::repeat).containsExactly(0, 0, 1, 0);
    assertThat(prompts().get(2)).isEqualTo(prompts().get(1));
    assertThat(sent().get(3).extend()).isNotNull();
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(22));
    assertThat(manifest(render)).contains("it is asked for once more");
  }

  @Test
  void render_againAfterAnAnswer_buysAndAsksNothing() throws Exception {
    var story = story("Two is " + FakeVideoProvider.FILTERED_ONCE + ".", FilterAnswer.ASK_AGAIN);
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
  void render_soften_filmsAndCaptionsTheMilderScene() throws Exception {
    var render = render(story("Two is " + BAD + ".", FilterAnswer.SOFTEN));

    assertThat(writer.requests).hasSize(1);
    assertThat(writer.requests.get(0).revision().reason()).contains("was filtered");
    assertThat(prompts().get(2)).contains("Two is kind.").doesNotContain(BAD);
    assertThat(Files.readString(render.file("captions.srt")).replaceAll("\\s+", " "))
        .contains("kind")
        .doesNotContain(BAD);
    assertThat(manifest(render)).contains("written anew, milder");
  }

  @Test
  void plan_softenAfterARefusal_announcesSceneAndClip() throws Exception {
    failure(story("Two is " + BAD + "."));

    var plan = plan(story("Two is " + BAD + ".", FilterAnswer.SOFTEN));

    assertThat(ids(plan)).contains("soften-2-soften", "clip-2-soften").doesNotContain("clip-2");
  }

  @Test
  void plan_softenWithoutAWriter_isAnError() {
    try (var pipeline = super.builder().build()) {
      assertThat(errors(pipeline.plan(story("Two.", FilterAnswer.SOFTEN))))
          .singleElement()
          .asString()
          .contains("SOFTEN");
    }
  }

  @Test
  void render_ownVoice_filmsWithoutSpeechAndSpeaksItself() throws Exception {
    var mute = new NeverSilent(camera);

    var story = story("Two is " + BAD + ".", FilterAnswer.OWN_VOICE);
    var render = render(b -> b.videos(mute), story);

    assertThat(prompts().get(2)).contains("Nobody speaks.").doesNotContain(BAD);
    assertThat(studio.speech.calls().log())
        .extracting(call -> call.detail())
        .containsExactly("Two is " + BAD + ".");
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(22));
    // The chain's sound up to the clip, our voice, and the stretch after it.
    assertThat(asked("audio")).anyMatch(line -> line.contains("STRETCH"));
    assertThat(asked("mix")).singleElement().asString().contains("audio/wav");
  }

  @Test
  void render_ownVoiceWhereSoundCanBeLeftOut_keepsThePrompt() throws Exception {
    vendor.onPoll(new Fault.None(), new Fault.FailOperation(REFUSED));

    render(story("Two comes in.", FilterAnswer.OWN_VOICE));

    assertThat(sent()).extracting(ClipRequest::audio).containsExactly(true, true, false, true);
    assertThat(prompts().get(2)).isEqualTo(prompts().get(1));
  }

  @Test
  void render_nextProviderForTheFirstClip_goesOnThere() throws Exception {
    vendor.onPoll(new Fault.FailOperation(REFUSED));
    var second = camera("second-video");

    var story = story("Two comes in.", FilterAnswer.NEXT_PROVIDER);
    render(b -> b.videos(camera, second), story);

    assertThat(sent()).hasSize(1);
    assertThat(second.requests()).hasSize(3);
    assertThat(second.requests().get(1).extend().provider()).isEqualTo("second-video");
    assertThat(redone(b -> b.videos(second, camera), story)).isEmpty();
  }

  @Test
  void render_nextProviderForAnExtension_beginsANewChainThere() throws Exception {
    vendor.onPoll(new Fault.None(), new Fault.FailOperation(REFUSED));
    var second = camera("second-video");

    var story = story("Two comes in.", FilterAnswer.NEXT_PROVIDER);
    var render = render(b -> b.videos(camera, second), story);

    assertThat(second.requests().get(0).extend()).isNull();
    assertThat(second.requests().get(1).extend().provider()).isEqualTo("second-video");
    assertThat(manifest(render)).contains("a new chain begins");
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(23));
  }

  @Test
  void render_providersInAnotherOrderAfterwards_buysNothing() throws Exception {
    var second = camera("second-video");
    var story = story("Two is " + FakeVideoProvider.FILTERED_ONCE + ".", FilterAnswer.ASK_AGAIN);
    render(b -> b.videos(camera, second), story);

    assertThat(redone(b -> b.videos(second, camera), story)).isEmpty();
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void render_severalAnswers_areTakenInOrder() throws Exception {
    var story = story("Two is " + BAD + ".", FilterAnswer.ASK_AGAIN, FilterAnswer.SOFTEN);

    render(story);

    assertThat(sent()).extracting(ClipRequest::repeat).containsExactly(0, 0, 1, 0, 0);
    assertThat(bought()).hasSize(3);
  }

  @Test
  void render_everyAnswerRefused_saysWhatWasTried() throws Exception {
    var stubborn = new MildScripts(text -> text + " Still.");

    var failure =
        failure(
            b -> b.scripts(stubborn),
            story("Two is " + BAD + ".", FilterAnswer.ASK_AGAIN, FilterAnswer.SOFTEN));

    assertThat(failure.failure().message()).contains("after ASK_AGAIN, SOFTEN was tried");
    assertThat(failure.failure().remedy()).contains("OWN_VOICE, NEXT_PROVIDER");
    assertThat(sent()).hasSize(4);
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
    var story = story("Two is " + FakeVideoProvider.FILTERED_ONCE + ".", FilterAnswer.ASK_AGAIN);
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
    var story = story("Two is " + FakeVideoProvider.FILTERED_ONCE + ".", FilterAnswer.ASK_AGAIN);
    var mortal = CrashingLedger.failing(studio.ledger, new CrashingLedger.Point("clip", 8, true));
    failure(b -> b.ledger(mortal), story);

    render(story);

    assertThat(sent()).extracting(ClipRequest::repeat).containsExactly(0, 0, 1, 0);
  }

  /** One that always makes sound, as the Gemini API does. */
  private record NeverSilent(FakeVideoProvider camera) implements VideoProvider {
    @Override
    public String id() {
      return camera.id();
    }

    @Override
    public String model() {
      return camera.model();
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.builder().addFeatures(Feature.NATIVE_AUDIO, Feature.REFERENCES).build();
    }

    @Override
    public io.vidgen.spi.ClipLimits limits() {
      return camera.limits();
    }

    @Override
    public io.vidgen.money.PriceCard priceCard() {
      return camera.priceCard();
    }

    @Override
    public io.vidgen.money.Price price(ClipRequest request) {
      return camera.price(request);
    }

    @Override
    public SubmitSafety submitSafety() {
      return camera.submitSafety();
    }

    @Override
    public List<Problem> check(ClipRequest request) {
      return request.audio()
          ? camera.check(request)
          : List.of(Problem.error("audio", "cannot be left out", ""));
    }

    @Override
    public io.vidgen.spi.Work<ClipRequest, io.vidgen.spi.ClipResult> work() {
      return camera.work();
    }
  }
}
