package io.vidgen.align;

import io.vidgen.align.internal.SphinxTranscriptionProvider;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionProviderFactory;
import java.util.Optional;
import java.util.Set;

/**
 * Word times of an English recording whose text is known, found inside the JVM without key or
 * network: id {@code sphinx4}. Takes WAV of up to 30 minutes; other languages, other formats and
 * recordings of something else are refused, so that word times are interpolated instead.
 */
public final class SphinxTranscriptionProviderFactory implements TranscriptionProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public SphinxTranscriptionProviderFactory() {}

  @Override
  public String id() {
    return SphinxTranscriptionProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return Availability.available();
  }

  @Override
  public TranscriptionProvider create(ProviderConfig config) {
    return new SphinxTranscriptionProvider();
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
