package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.Narrated;
import io.vidgen.job.NarratedBuilder;
import io.vidgen.job.PlanComparison;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.job.RenderPlan;
import io.vidgen.routing.VideoRouter;
import io.vidgen.routing.VoiceChange;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.EventLog;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a video sounds like when the voice it began with cannot go on. */
@Timeout(300)
class VoiceFallbackTest {
  private static final Voice ANNE = Voice.of("anne", VoiceGender.FEMALE);
  private static final Voice BERT = Voice.of("bert", VoiceGender.MALE);
  private static final Voice CLEO = Voice.of("cleo", VoiceGender.FEMALE);
  private static final Voice SOMEBODY = Voice.of("somebody", VoiceGender.UNKNOWN);

  private final Studio studio = new Studio();
  private final MoodyVoice a = new MoodyVoice("a", ANNE);
  private final MoodyVoice b = new MoodyVoice("b", BERT, CLEO);

  @AfterEach
  void close() {
    studio.close();
  }

  private static Narrated four() {
    return four(request -> request);
  }

  private static Narrated four(UnaryOperator<NarratedBuilder> change) {
    return Studio.narrated(change, "One here.", "Two here.", "Three here.", "Four here.");
  }

  private VideoPipelineBuilder builder(VideoRouter router, MoodyVoice... voices) {
    return studio.builder().parallelism(1).router(router).speech(voices);
  }

  private Render render(VideoRouter router, Narrated request, MoodyVoice... voices) {
    try (var pipeline = builder(router, voices).build()) {
      return pipeline.render(request);
    }
  }

  private RenderPlan plan(VideoRouter router, Narrated request, MoodyVoice... voices) {
    try (var pipeline = builder(router, voices).build()) {
      return pipeline.plan(request);
    }
  }

  private static List<String> speakers(RenderPlan plan, Action action) {
    return plan.steps().stream()
        .filter(step -> step.kind().equals("speech") && step.action() == action)
        .map(PlannedStep::provider)
        .toList();
  }

  @Test
  void plan_voiceThatALaterOneHas_saysSoAndComparesTheOthersWithIt() {
    var plan = plan(VideoRouter.listed(), four(request -> request.voice("anne")), b, a);

    assertThat(plan.steps())
        .filteredOn(step -> step.kind().equals("speech"))
        .hasSize(4)
        .allSatisfy(
            step ->
                assertThat(step.routing().describe())
                    .isEqualTo(
                        "a: chosen: has the voice 'anne'; b: fallback: at the same price, USD 0.10,"
                            + " with voice 'cleo', a woman's too"));
  }

  @Test
  void render_voiceGoesDown_nextGoesOnWithTheSameGender() {
    a.goesDownAt("Three", FailureKind.QUOTA);
    var log = new EventLog();

    Render render;
    try (var pipeline = builder(VideoRouter.listed(), a, b).addListener(log).build()) {
      render = pipeline.render(four());
    }

    assertThat(a.texts()).containsExactly("One here.", "Two here.");
    assertThat(b.texts()).containsExactly("Three here.", "Four here.");
    assertThat(b.spoken()).extracting(SpeechRequest::voice).containsOnly("cleo");
    assertThat(render.cost().toString()).contains("0.40");
    assertThat(log.of(RenderEvent.Warning.class))
        .extracting(warning -> warning.problem().message())
        .anyMatch(text -> text.startsWith("a cannot serve now") && text.contains("so b goes on"));
  }

  @Test
  void render_scenesWaitForTheirNextAttempt_goOnAtOnceWithTheFallback() throws Exception {
    // Both wait for another attempt when one of them is given up.
    a.goesDownAt("Three", FailureKind.UNAVAILABLE);
    try (var pipeline =
        builder(VideoRouter.listed(), a, b).clock(studio.time).scheduler(studio.time).build()) {
      var job = pipeline.submit(four());

      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      assertThat(job.join().duration()).isPositive();
    }
    assertThat(b.texts()).containsExactlyInAnyOrder("Three here.", "Four here.");
  }

  @Test
  void render_laterRender_goesOnWithWhoSpokeLast() {
    a.goesDownAt("Three", FailureKind.AUTHENTICATION);
    render(VideoRouter.listed(), four(), a, b);
    a.comesBack();

    var more = Studio.narrated("One here.", "Two here.", "Three here.", "Four here.", "Five here.");
    var plan = plan(VideoRouter.listed(), more, a, b);
    render(VideoRouter.listed(), more, a, b);

    assertThat(speakers(plan, Action.REUSE)).containsExactly("a", "a", "b", "b");
    assertThat(speakers(plan, Action.BUY)).containsExactly("b");
    assertThat(b.texts()).containsExactly("Three here.", "Four here.", "Five here.");
  }

  @Test
  void render_whoSteppedInLeadsNow_keepsTheVoiceItSpokeWith() {
    a.goesDownAt("One", FailureKind.QUOTA);
    render(VideoRouter.listed(), four(), a, b);

    var more = Studio.narrated("One here.", "Two here.", "Three here.", "Four here.", "Five here.");
    render(VideoRouter.listed(), more, b, a);

    assertThat(b.texts()).hasSize(5).doesNotHaveDuplicates();
    assertThat(b.spoken()).extracting(SpeechRequest::voice).containsOnly("cleo");
  }

  @Test
  void render_redoAll_hasOneVoice() {
    a.goesDownAt("Three", FailureKind.QUOTA);
    var redo = VideoRouter.listed().voiceChange(VoiceChange.REDO_ALL);

    var log = new EventLog();
    Render render;
    try (var pipeline = builder(redo, a, b).addListener(log).build()) {
      render = pipeline.render(four());
    }

    assertThat(a.texts()).containsExactly("One here.", "Two here.");
    assertThat(b.texts())
        .containsExactlyInAnyOrder("One here.", "Two here.", "Three here.", "Four here.");
    // Two of a's, and all of b's.
    assertThat(render.cost().toString()).contains("0.60");
    assertThat(log.of(RenderEvent.Warning.class))
        .extracting(warning -> warning.problem().message())
        .anyMatch(text -> text.contains("does anew what was done before"));
    assertThat(speakers(plan(redo, four(), a, b), Action.REUSE)).containsOnly("b");
  }

  @Test
  void plan_redoAllAfterAChange_buysTheEarlierScenes() {
    a.goesDownAt("Three", FailureKind.QUOTA);
    render(VideoRouter.listed(), four(), a, b);
    var redo = VideoRouter.listed().voiceChange(VoiceChange.REDO_ALL);

    var plan = plan(redo, four(), a, b);

    assertThat(speakers(plan, Action.BUY)).containsExactly("b", "b");
    assertThat(plan.price().toString()).contains("0.20");
    render(redo, four(), a, b);
    assertThat(b.texts()).contains("One here.", "Two here.");
    // Who asks for one voice no more hears the same one still.
    assertThat(speakers(plan(VideoRouter.listed(), four(), a, b), Action.REUSE)).containsOnly("b");
  }

  @Test
  void render_nobodyOfTheSameGender_fails() {
    a.goesDownAt("Three", FailureKind.QUOTA);
    var man = new MoodyVoice("man", BERT);
    var stranger = new MoodyVoice("stranger", SOMEBODY);
    var dumb = new MoodyVoice("dumb");

    var failure =
        catchThrowableOfType(
            VidgenException.class,
            () -> render(VideoRouter.listed(), four(), a, man, stranger, dumb));

    assertThat(failure.kind()).isEqualTo(FailureKind.QUOTA);
    assertThat(man.asked()).isEmpty();
    assertThat(stranger.asked()).isEmpty();
    assertThat(dumb.asked()).isEmpty();
  }

  @Test
  void render_standInIsNamed_speaksWhateverItsGender() {
    a.goesDownAt("Three", FailureKind.QUOTA);
    var stranger = new MoodyVoice("stranger", SOMEBODY);
    var router = VideoRouter.listed().standIn("anne", "stranger", "tenor");

    render(router, four(request -> request.voice("anne")), a, stranger);

    assertThat(stranger.spoken())
        .extracting(SpeechRequest::voice)
        .containsExactly("tenor", "tenor");
  }

  @Test
  void render_namedVoice_isSpokenByWhoHasItAndKeepsSpeedAndTake() {
    b.goesDownAt("Two", FailureKind.QUOTA);

    render(
        VideoRouter.listed(), four(request -> request.voice("cleo").speed(1.25).take(4, 2)), a, b);

    assertThat(b.texts()).containsExactly("One here.");
    assertThat(a.spoken()).extracting(SpeechRequest::voice).containsOnlyNulls();
    assertThat(a.spoken()).extracting(SpeechRequest::speed).containsOnly(1.25);
    assertThat(a.spoken()).extracting(SpeechRequest::take).containsExactly(0, 0, 2);
  }

  @Test
  void render_unknownOutcome_neverFallsBack() {
    a.goesDownAt("Three", FailureKind.UNKNOWN_OUTCOME);

    var failure =
        catchThrowableOfType(
            VidgenException.class, () -> render(VideoRouter.listed(), four(), a, b));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(b.asked()).isEmpty();
  }

  @Test
  void render_fallbackTellsNoTimes_wordsAreFoundInItsRecording() {
    a.goesDownAt("Three", FailureKind.QUOTA);
    var untimed =
        new MoodyVoice("untimed", Capabilities.builder().addFeatures(Feature.LOCAL), CLEO);

    var render = render(VideoRouter.listed(), four(), a, untimed);

    assertThat(untimed.texts()).containsExactly("Three here.", "Four here.");
    assertThat(render.file("captions.srt")).content().contains("Four here.");
  }

  @Test
  void render_voiceForTheLanguageOnly_fallbackSpeaksItToo() {
    a.goesDownAt("Three", FailureKind.QUOTA);
    var french = new Voice("marie", "Marie", VoiceGender.FEMALE, Set.of(Locale.FRENCH));
    var both = new MoodyVoice("both", french, CLEO);

    render(VideoRouter.listed(), four(), a, both);

    assertThat(both.spoken()).extracting(SpeechRequest::voice).doesNotContain("marie");
  }

  @Test
  void render_redoAllAndAnOwnOrder_neverAsksWhoIsLeftOut() {
    var c = new MoodyVoice("c", CLEO);
    var redo = without("b").voiceChange(VoiceChange.REDO_ALL);
    render(redo, four(), a);
    a.goesDownAt("Five", FailureKind.QUOTA);
    var more = Studio.narrated("One here.", "Two here.", "Three here.", "Four here.", "Five here.");

    render(redo, more, a, b, c);

    assertThat(b.asked()).isEmpty();
    assertThat(c.texts()).hasSize(5);
  }

  private static VideoRouter without(String id) {
    return VideoRouter.by(
        "without " + id,
        (kind, all) -> all.stream().filter(one -> !one.provider().equals(id)).toList());
  }

  @Test
  void plan_afterAllWasRedone_hasNoChanges() {
    a.goesDownAt("Three", FailureKind.QUOTA);
    var redo = VideoRouter.listed().voiceChange(VoiceChange.REDO_ALL);
    render(redo, four(), a, b);

    var plan = plan(redo, four(), a, b);

    assertThat(plan.comparison().state()).isEqualTo(PlanComparison.State.COMPARED);
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void render_boughtFileIsGone_anotherMaySpeakItAnew() throws Exception {
    render(VideoRouter.listed(), four(), a);
    for (var step : studio.ledger.all()) {
      if (step.kind().equals("speech")) {
        Files.delete(studio.ledger.artifacts().find(step.artifacts().get(0)).orElseThrow());
      }
    }
    a.goesDownAt("One", FailureKind.QUOTA);

    render(VideoRouter.listed(), four(), a, b);

    assertThat(b.texts()).containsExactly("One here.", "Two here.", "Three here.", "Four here.");
  }
}
