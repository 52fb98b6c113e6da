package io.vidgen.testkit;

import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import java.util.Locale;

class FakeSpeechProviderTest extends SpeechProviderContract {
  @Override
  protected SpeechProvider provider() {
    return FakeSpeechProvider.create();
  }

  @Override
  protected SpeechRequest request() {
    return new SpeechRequest("Three short words.", Locale.ENGLISH, null, null, 0);
  }
}
