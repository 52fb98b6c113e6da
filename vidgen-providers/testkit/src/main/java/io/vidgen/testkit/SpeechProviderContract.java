package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import org.junit.jupiter.api.Test;

/** What every voice must do. Extend it and say how one is made. */
public abstract class SpeechProviderContract extends ProviderContract<SpeechRequest, SpeechResult> {

  /** For subclasses. */
  protected SpeechProviderContract() {}

  @Override
  protected abstract SpeechProvider provider();

  /**
   * What it is asked to say.
   *
   * @return a request that it can serve: a short sentence
   */
  protected abstract SpeechRequest request();

  @Override
  protected final SpeechRequest request(FakeCallContext context) {
    return request();
  }

  @Test
  void capabilities_requestItCanServe_allowItsLanguageAndLength() {
    var capabilities = provider().capabilities();
    assertThat(capabilities.speaks(request().language())).isTrue();
    int longest = capabilities.maxTextLength();
    assertThat(longest == 0 || request().text().length() <= longest).isTrue();
  }

  @Override
  void checkResult(SpeechResult result, SpeechRequest request, FakeCallContext context) {
    assertThat(result.duration()).isPositive();
    assertThat(result.artifacts()).contains(result.audio());
    assertThat(result.audio().mediaType()).startsWith("audio/");
    WordTimes.check(result.words(), result.duration());
    if (provider().capabilities().has(Feature.WORD_TIMINGS)) {
      assertThat(result.words()).isNotEmpty();
    }
  }
}
