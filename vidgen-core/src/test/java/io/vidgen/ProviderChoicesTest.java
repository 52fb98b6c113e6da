package io.vidgen;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.spi.SpeechProvider;
import org.junit.jupiter.api.Test;

/** What the builder refuses at the line that says it. */
class ProviderChoicesTest {
  private final VideoPipelineBuilder builder = VideoPipeline.builder();

  @Test
  void speech_nobody_isRefusedAndNotTakenForWhoeverIsFound() {
    assertThatThrownBy(() -> builder.speech(new String[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name one speech provider at least");
    assertThatThrownBy(() -> builder.speech(new SpeechProvider[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.videos("veo", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be blank");
  }

  @Test
  void setters_null_nameWhatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> builder.speech((String) null))
        .withMessage("speech provider");
    assertThatNullPointerException()
        .isThrownBy(() -> builder.composer(null))
        .withMessage("composer provider");
    assertThatNullPointerException().isThrownBy(() -> builder.router(null)).withMessage("router");
    assertThatNullPointerException().isThrownBy(() -> builder.budget(null)).withMessage("budget");
  }
}
