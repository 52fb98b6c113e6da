package io.vidgen.job;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is null is refused at the line that says it. */
class RenderOptionsTest {

  @Test
  void setters_null_nameWhatIsNull() {
    var builder = RenderOptions.builder();

    assertThatNullPointerException().isThrownBy(() -> builder.budget(null)).withMessage("budget");
    assertThatNullPointerException().isThrownBy(() -> builder.owner(null)).withMessage("owner");
    assertThatNullPointerException().isThrownBy(() -> builder.project(null)).withMessage("project");
    assertThatNullPointerException().isThrownBy(() -> builder.overrun(null)).withMessage("overrun");
  }

  @Test
  void teaser_withoutLength_isNotTakenForTheWholeVideo() {
    var set =
        Deliverables.of(
            VideoRequest.narrated(new Script("", Locale.ENGLISH, List.of(Scene.narrated("Hi."))))
                .build());

    assertThatNullPointerException()
        .isThrownBy(() -> set.teaser("t", (Duration) null))
        .withMessage("length");
    assertThatNullPointerException().isThrownBy(() -> Deliverable.named("p").posterAt(null));
  }
}
