package io.vidgen.engine;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Problem;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Stories whose scenes are filmed at a vendor, with time that flies. */
abstract class ShootingTest extends TalkingTest {
  static final Character MIRA = Character.create("Mira", "a woman in a red coat", "");

  FakeVideoProvider camera;

  @BeforeEach
  void load() {
    camera = camera("fake-video");
  }

  FakeVideoProvider camera(String id) {
    return FakeVideoProvider.of(vendor, SubmitSafety.RECONCILABLE)
        .named(id)
        .polled(Duration.ofSeconds(5), studio.time);
  }

  @Override
  VideoPipelineBuilder builder() {
    return super.builder().videos(camera);
  }

  static Scene scene(String visual, String text) {
    return new Scene("", List.of(DialogueLine.narrator(text)), visual, "", null, null, null, 1);
  }

  static Script script(Scene... scenes) {
    return new Script("Test", Locale.ENGLISH, List.of(scenes));
  }

  /** Three scenes that are one chain. */
  static StoryBuilder three() {
    return VideoRequest.story(
        script(
            scene("A harbour.", "One goes out."),
            scene("The sea.", "Two comes in."),
            scene("A beach.", "Three stays here.")));
  }

  /** What was sent to the camera, as scenes are told apart by the length and parent of clips. */
  List<ClipRequest> sent() {
    return camera.requests();
  }

  /** The clips that were bought. */
  List<StepRecord> bought() {
    return Stream.of(studio.ledger.all())
        .flatMap(List::stream)
        .filter(step -> step.kind().equals("clip") && step.state() == StepState.COMPLETED)
        .toList();
  }

  static List<String> warnings(RenderPlan plan) {
    return plan.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.WARNING)
        .map(problem -> problem.field() + ": " + problem.message())
        .toList();
  }

  static List<String> errors(RenderPlan plan) {
    return plan.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .map(problem -> problem.field() + ": " + problem.message())
        .toList();
  }

  /** Lengths of what is shown, in frames. */
  List<String> frames() {
    return asked("segment").stream().map(line -> line.replaceAll("[^0-9]+.*", "")).toList();
  }
}
