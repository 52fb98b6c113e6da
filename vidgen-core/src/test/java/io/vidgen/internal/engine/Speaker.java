package io.vidgen.internal.engine;

import io.vidgen.money.Price;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Work;
import java.util.Locale;
import java.util.Optional;

/** A free voice with an account. */
record Speaker(Work<SpeechRequest, SpeechResult> work) implements SpeechProvider {

  Step<SpeechResult> step(String text) {
    var request = new SpeechRequest(text, Locale.ENGLISH, null, null, 0);
    return Steps.of(StepKey.scene("speech", 1), SpeechResult.class, this, request);
  }

  @Override
  public String id() {
    return "speaker";
  }

  @Override
  public String model() {
    return "1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ANY;
  }

  @Override
  public Price price(SpeechRequest request) {
    return Price.free();
  }

  @Override
  public Optional<ProviderAccount> account() {
    return Optional.of(new ProviderAccount("speaker", new AccountLimits(0, 1)));
  }
}
