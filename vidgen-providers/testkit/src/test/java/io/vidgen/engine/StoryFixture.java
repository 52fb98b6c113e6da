package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Problem;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
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
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stories that a fake vendor films, with time that flies. */
@Timeout(60)
abstract class StoryFixture {
  @TempDir Path directory;
  final Studio studio = new Studio();
  FakeVendor vendor;
  FakeVideoProvider videos;

  @BeforeEach
  void open() {
    vendor = FakeVendor.open(directory.resolve("vendor"));
    videos = videos(SubmitSafety.RECONCILABLE);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  FakeVideoProvider videos(SubmitSafety safety) {
    return FakeVideoProvider.of(vendor, safety).polled(Duration.ofSeconds(5), studio.time);
  }

  VideoPipelineBuilder builder() {
    return studio
        .timed(studio.speech)
        .videos(videos)
        .transcription(FakeTranscriptionProvider.aligner());
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
      var file = Files.writeString(directory.resolve(content + ".png"), content);
      return pipeline.keep(file, "image/png");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  RenderJob end(VideoPipelineBuilder builder, VideoRequest request) throws InterruptedException {
    try (var pipeline = builder.build()) {
      var job = pipeline.submit(request);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }

  Render render(VideoRequest request) throws InterruptedException {
    return end(builder(), request).join();
  }

  List<String> redone(UnaryOperator<VideoPipelineBuilder> change, VideoRequest request)
      throws InterruptedException {
    var log = new EventLog();
    var unused = end(change.apply(builder()).addListener(log), request).join();
    return log.redone().stream().sorted().toList();
  }

  List<String> redone(VideoRequest request) throws InterruptedException {
    return redone(b -> b, request);
  }

  RenderPlan plan(VideoRequest request) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(request);
    }
  }

  static List<String> ids(RenderPlan plan) {
    return plan.steps().stream().map(PlannedStep::id).sorted().toList();
  }

  static List<Problem> problems(RenderPlan plan, Problem.Severity severity) {
    return plan.problems().stream().filter(p -> p.severity() == severity).toList();
  }

  /** What was submitted, in order. */
  List<ClipRequest> submitted() {
    return videos.requests();
  }

  static String manifest(Render render) throws IOException {
    return Files.readString(render.files().get(Render.MANIFEST));
  }

  /** What the composer was asked by a method. */
  List<String> asked(String method) {
    return studio.composer.calls().log().stream()
        .filter(call -> call.method().equals(method))
        .map(call -> call.detail())
        .toList();
  }
}
