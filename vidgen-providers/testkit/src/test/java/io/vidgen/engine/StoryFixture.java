package io.vidgen.engine;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Problem;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVideoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** Stories that a fake vendor films, with time that flies. */
abstract class StoryFixture extends TalkingTest {
  FakeVideoProvider videos;

  @BeforeEach
  void load() {
    videos = videos(SubmitSafety.RECONCILABLE);
  }

  FakeVideoProvider videos(SubmitSafety safety) {
    return FakeVideoProvider.of(vendor, safety).polled(Duration.ofSeconds(5), studio.time);
  }

  @Override
  VideoPipelineBuilder builder() {
    return super.builder().videos(videos).transcription(FakeTranscriptionProvider.aligner());
  }

  static StoryBuilder story(Scene... scenes) {
    return VideoRequest.story(new Script("Test", Locale.ENGLISH, List.of(scenes)));
  }

  /** A story of so many scenes. */
  static StoryBuilder story(int scenes) {
    return story(IntStream.rangeClosed(1, scenes).mapToObj(i -> scene(i)).toArray(Scene[]::new));
  }

  static Scene scene(int number) {
    return scene("picture " + number, 1, "Mia", "This is line " + number + ".");
  }

  static Scene scene(String visual, int clips, String speaker, String... lines) {
    var dialogue =
        List.of(lines).stream().map(text -> new DialogueLine(speaker, "", text)).toList();
    return new Scene("", dialogue, visual, "", null, null, null, clips);
  }

  /** Somebody with a picture that is kept. */
  Character character(String name, int pictures) throws IOException {
    var kept = IntStream.rangeClosed(1, pictures).mapToObj(i -> keep(name + " " + i)).toList();
    return Character.create(name, "a child with red boots", "").withReferences(kept);
  }

  private Artifact keep(String content) {
    try (var pipeline = builder().build()) {
      var file = Files.write(directory.resolve(content + ".png"), Studio.png(content));
      return pipeline.keep(file, "image/png");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<Problem> problems(RenderPlan plan, Problem.Severity severity) {
    return plan.problems().stream().filter(p -> p.severity() == severity).toList();
  }

  /** What was submitted, in order. */
  List<ClipRequest> submitted() {
    return videos.requests();
  }
}
