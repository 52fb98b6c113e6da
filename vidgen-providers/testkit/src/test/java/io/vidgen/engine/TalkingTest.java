package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Problem;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeAvatarProvider;
import io.vidgen.testkit.FakeLipSyncProvider;
import io.vidgen.testkit.FakeVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faces that speak at a vendor, with time that flies. */
@Timeout(300)
abstract class TalkingTest {
  @TempDir Path directory;
  final Studio studio = new Studio();
  FakeVendor vendor;
  Path face;

  @BeforeEach
  void open() throws IOException {
    vendor = FakeVendor.open(directory.resolve("vendor"));
    face = Files.write(directory.resolve("face.png"), Studio.png("a face"));
  }

  @AfterEach
  void close() {
    studio.close();
  }

  FakeAvatarProvider avatar(SubmitSafety safety) {
    return FakeAvatarProvider.of(vendor, safety).polled(Duration.ofSeconds(5), studio.time);
  }

  FakeLipSyncProvider lipSync(SubmitSafety safety) {
    return FakeLipSyncProvider.of(vendor, safety).polled(Duration.ofSeconds(5), studio.time);
  }

  VideoPipelineBuilder builder() {
    return studio
        .timed(studio.speech)
        .avatar(avatar(SubmitSafety.RECONCILABLE))
        .lipSync(lipSync(SubmitSafety.RECONCILABLE));
  }

  RenderJob end(VideoPipelineBuilder builder, VideoRequest request) throws InterruptedException {
    try (var pipeline = builder.build()) {
      var job = pipeline.submit(request);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }

  Render render(UnaryOperator<VideoPipelineBuilder> change, VideoRequest request)
      throws InterruptedException {
    return end(change.apply(builder()), request).join();
  }

  Render render(VideoRequest request) throws InterruptedException {
    return render(b -> b, request);
  }

  List<String> redone(UnaryOperator<VideoPipelineBuilder> change, VideoRequest request)
      throws InterruptedException {
    var log = new EventLog();
    var unused = render(b -> change.apply(b).addListener(log), request);
    return log.redone().stream().sorted().toList();
  }

  List<String> redone(VideoRequest request) throws InterruptedException {
    return redone(b -> b, request);
  }

  RenderPlan plan(UnaryOperator<VideoPipelineBuilder> change, VideoRequest request) {
    try (var pipeline = change.apply(builder()).build()) {
      return pipeline.plan(request);
    }
  }

  RenderPlan plan(VideoRequest request) {
    return plan(b -> b, request);
  }

  static List<String> fields(RenderPlan plan) {
    return plan.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .map(Problem::field)
        .toList();
  }

  static List<String> ids(RenderPlan plan) {
    return plan.steps().stream().map(step -> step.id()).sorted().toList();
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
