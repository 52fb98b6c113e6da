package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Deliverables;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.RenderSet;
import io.vidgen.model.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the page about deliverables shows. */
class DeliverablesDocTest {
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void sample_rendersAllOfThem() {
    Narrated request = Studio.narrated("A fox runs through the snow.", "It finds a friend.");
    var french =
        Studio.script("Un renard court dans la neige.", "Il trouve un ami.")
            .withLanguage(Locale.FRENCH);
    try (var pipeline = studio.builder().build()) {
      // tag::set
      Deliverables set =
          Deliverables.of(request)
              .asIs("main")
              .format("square", VideoFormat.SQUARE)
              .language("fr", french)
              .withoutCaptions("clean")
              .teaser("teaser", Duration.ofSeconds(10))
              .poster("cover")
              .add("fr-square", d -> d.format(VideoFormat.SQUARE).script(french));
      RenderPlan plan = pipeline.plan(set); // each step with its deliverable, what is shared once
      RenderSet made = pipeline.render(set);
      Path square = made.get("square").video();
      // end::set
      assertThat(plan.isRunnable()).isTrue();
      assertThat(square).exists();
      assertThat(made.renders()).hasSize(7);
    }
  }
}
