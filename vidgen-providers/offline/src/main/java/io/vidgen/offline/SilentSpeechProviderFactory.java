package io.vidgen.offline;

import io.vidgen.offline.internal.voice.SilentSpeechProvider;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import java.util.Optional;
import java.util.Set;

/**
 * No voice: silence as long as it takes to read the text, for videos that live from captions and
 * music: id {@code silent}. Never chosen automatically, so that a missing voice is noticed.
 */
public final class SilentSpeechProviderFactory implements SpeechProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public SilentSpeechProviderFactory() {}

  @Override
  public String id() {
    return SilentSpeechProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return Availability.available();
  }

  @Override
  public SpeechProvider create(ProviderConfig config) {
    return new SilentSpeechProvider();
  }

  @Override
  public int rank() {
    return -100;
  }

  @Override
  public boolean automatic() {
    return false;
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(Set.of());
  }
}
