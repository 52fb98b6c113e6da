package io.vidgen.rest.elevenlabs;

import io.vidgen.rest.internal.elevenlabs.SettingsReader;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import java.util.Optional;
import java.util.Set;

/** Narration by ElevenLabs: id {@code elevenlabs}. See {@link ElevenLabsOptions#from}. */
public final class ElevenLabsSpeechProviderFactory implements SpeechProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public ElevenLabsSpeechProviderFactory() {}

  @Override
  public String id() {
    return ElevenLabsSpeechProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return config.secret(SettingsReader.KEY).isPresent()
        ? Availability.available()
        : Availability.missing("no API key of ElevenLabs", SettingsReader.REMEDY);
  }

  @Override
  public SpeechProvider create(ProviderConfig config) {
    return ElevenLabsSpeechProvider.create(ElevenLabsOptions.from(config));
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(SettingsReader.NAMES);
  }
}
