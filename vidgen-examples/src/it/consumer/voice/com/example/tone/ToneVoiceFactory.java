package com.example.tone;

import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import java.util.Optional;
import java.util.Set;

// tag::factory[]
/** Found by ServiceLoader: public, with a public constructor that does nothing. */
public final class ToneVoiceFactory implements SpeechProviderFactory {
  @Override
  public String id() {
    return "tone";
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return config.value("vidgen.tone.off").isPresent()
        ? Availability.missing("it is switched off", "unset vidgen.tone.off")
        : Availability.available();
  }

  @Override
  public SpeechProvider create(ProviderConfig config) {
    return new ToneVoice();
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(Set.of("vidgen.tone.off"));
  }
}
// end::factory[]
