package io.vidgen.offline;

import io.vidgen.offline.internal.voice.FreeTtsSpeechProvider;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import java.util.Optional;
import java.util.Set;

/**
 * English narration without key, network or installed program: id {@code freetts}. Reports the time
 * of every word. Voices: {@code kevin} (default), {@code kevin-deep} and {@code kevin-bright}.
 */
public final class FreeTtsSpeechProviderFactory implements SpeechProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public FreeTtsSpeechProviderFactory() {}

  @Override
  public String id() {
    return FreeTtsSpeechProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return Availability.available();
  }

  @Override
  public SpeechProvider create(ProviderConfig config) {
    return new FreeTtsSpeechProvider();
  }

  @Override
  public int rank() {
    return -10;
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(Set.of());
  }
}
