package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import java.time.Duration;

/** What everything that hears words must do. Extend it and say how one is made. */
public abstract class TranscriptionProviderContract
    extends ProviderContract<TranscriptionRequest, TranscriptionResult> {

  /** For subclasses. */
  protected TranscriptionProviderContract() {}

  @Override
  protected abstract TranscriptionProvider provider();

  /**
   * How long the recording of the request is.
   *
   * @return its length
   */
  protected abstract Duration recordingLength();

  @Override
  void checkResult(
      TranscriptionResult result, TranscriptionRequest request, FakeCallContext context) {
    assertThat(result.words()).isNotEmpty();
    WordTimes.check(result.words(), recordingLength());
    assertThat(result.artifacts()).isEmpty();
    var asked = request.language();
    if (asked != null) {
      assertThat(result.language().getLanguage()).isEqualTo(asked.getLanguage());
    }
  }
}
