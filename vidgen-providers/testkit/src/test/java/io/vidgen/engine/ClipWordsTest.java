package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.audio.WavWriter;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.Render;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeTranscriptionProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** When the words of clips are heard, where nobody listens to them or nobody understands them. */
class ClipWordsTest extends StoryFixture {
  private static final String LINE = "The lake is frozen.";

  private final FakeTranscriptionProvider english = FakeTranscriptionProvider.aligner("en");

  @Override
  VideoPipelineBuilder builder() {
    return super.builder().transcription(english);
  }

  @Test
  void plan_nobodyListensInItsLanguage_warnsOnceAndCallsItAnEstimate() {
    var plan = plan(story(Locale.FRENCH, 2));

    assertThat(warnings(plan))
        .filteredOn(warning -> warning.message().contains("word times of fr will be estimated"))
        .singleElement()
        .satisfies(warning -> assertThat(warning.remedy()).contains("vidgen-providers-align"));
    assertThat(provider(plan, "words-1")).isEqualTo("estimate");
  }

  @Test
  void plan_somebodyListens_saysNothing() {
    var plan = plan(story(Locale.ENGLISH, 2));

    assertThat(warnings(plan)).noneMatch(warning -> warning.message().contains("estimated"));
    assertThat(provider(plan, "words-1")).isEqualTo("align");
  }

  @Test
  void render_nobodyListens_doesWhatThePlanSaid() throws Exception {
    var planned = plan(story(Locale.FRENCH, 2));

    assertThat(redone(story(Locale.FRENCH, 2))).isEqualTo(ids(planned));
  }

  @Test
  void render_nobodyListens_wordsLieInTheLoudPartOfEachClip() throws Exception {
    // Every clip of the fake has this sound; it is spoken from 1 s to 3 s.
    studio.composer.speech(wav(8, 1, 3));

    var render = render(story(Locale.FRENCH, 2));

    assertThat(Files.readString(render.file(Render.SRT)))
        .contains("00:00:00,960 --> 00:00:03,040", "00:00:08,960 --> 00:00:11,040");
  }

  @Test
  void render_listenerDoesNotUnderstandAClip_saysWhichAndWhy() throws Exception {
    var why = "most of what the recording says is not in the text";
    english
        .calls()
        .failNext(FakeTranscriptionProvider.LISTEN, VidgenException.of(FailureKind.LOCAL, why, ""));
    var log = new EventLog();

    var render = render(b -> b.addListener(log), story(Locale.ENGLISH, 1));

    assertThat(log.of(RenderEvent.Warning.class))
        .extracting(RenderEvent.Warning::problem)
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("scene 1: ") && message.contains(why));
    assertThat(manifest(render)).contains("scene 1: ").contains(why).contains("\"estimate\"");
  }

  private static Story story(Locale language, int scenes) {
    var all = Collections.nCopies(scenes, scene("a lake", 1, "", LINE));
    return VideoRequest.story(new Script("Test", language, all)).build();
  }

  private static List<Problem> warnings(RenderPlan plan) {
    return problems(plan, Severity.WARNING);
  }

  private static String provider(RenderPlan plan, String step) {
    return plan.steps().stream()
        .filter(planned -> planned.id().equals(step))
        .map(PlannedStep::provider)
        .findFirst()
        .orElseThrow();
  }

  /** A tone in silence. */
  private byte[] wav(int seconds, int from, int to) throws IOException {
    int rate = 16_000;
    var samples = new float[seconds * rate];
    for (int i = from * rate; i < to * rate; i++) {
      samples[i] = (float) Math.sin(i * 0.1) / 2;
    }
    Path file = directory.resolve("tone.wav");
    try (var writer = new WavWriter(file, rate)) {
      writer.write(samples, samples.length);
    }
    return Files.readAllBytes(file);
  }
}
