package io.vidgen.internal.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedProblemsTest {

  @Test
  void of_sameOfSeveralScenes_isSaidOnceWithAllOfThem() {
    assertThat(
            JoinedProblems.of(
                List.of(
                    warning("script.scenes[1].extend", "a"),
                    warning("music", "a"),
                    warning("script.scenes[7].extend", "a"),
                    warning("script.scenes[2].extend", "a"),
                    warning("script.scenes[3].extend", "a"),
                    warning("script.scenes[10].extend", "a"))))
        .extracting(Problem::field)
        .containsExactly("script.scenes[1-3,7,10].extend", "music");
  }

  @Test
  void of_clipsOfAScene_areSaidOnce() {
    assertThat(
            JoinedProblems.of(
                List.of(
                    warning("script.scenes[0], clip 1.prompt", "a"),
                    warning("script.scenes[0], clip 2.prompt", "a"))))
        .extracting(Problem::field)
        .containsExactly("script.scenes[0].prompt");
  }

  @Test
  void of_whatDiffers_staysApart() {
    var all =
        List.of(
            warning("script.scenes[0], clip 2.prompt", "a"),
            warning("script.scenes[1].prompt", "b"),
            warning("script.scenes[2].visual", "a"),
            Problem.error("script.scenes[3].visual", "a", ""));

    assertThat(JoinedProblems.of(all)).isEqualTo(all);
  }

  private static Problem warning(String field, String message) {
    return Problem.warning(field, message, "");
  }
}
