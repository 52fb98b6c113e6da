package io.vidgen.engine;

import io.vidgen.error.Problem;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Story;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Characters and themes, in a studio of their own. */
@Timeout(300)
abstract class ThemeFixture {
  static final Character LEA = Character.create("Lea", "a tall botanist", "ink");

  @TempDir Path place;
  ThemeStudio studio;

  @BeforeEach
  void open() {
    studio = new ThemeStudio(place.resolve("vendor"));
  }

  @AfterEach
  void close() {
    studio.close();
  }

  /** Three clips about lakes. */
  static Story story(UnaryOperator<StoryBuilder> change) {
    return change.apply(VideoRequest.story("Lakes").length(Duration.ofSeconds(20))).build();
  }

  static List<String> ids(RenderPlan plan) {
    return plan.steps().stream().map(PlannedStep::id).toList();
  }

  static List<Problem> errors(RenderPlan plan) {
    return plan.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .toList();
  }
}
