package io.vidgen.rest.whisper;

import io.vidgen.rest.internal.whisper.WhisperTranscriptionProvider;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionProviderFactory;
import java.util.Optional;
import java.util.Set;

/**
 * Words and their times from a server that runs Whisper: id {@code whisper}.
 *
 * <p>A server of your own (speaches, LocalAI, vLLM, whisper-server of whisper.cpp) is named by
 * {@code WHISPER_URL} and is free; {@code WHISPER_API_KEY} is sent to it where it wants one.
 * Without it, {@code OPENAI_API_KEY} selects OpenAI, at {@code OPENAI_BASE_URL} (or {@code
 * vidgen.whisper.openai-url}) if that is set; that charges $0.006 a minute. A key is sent to its
 * own server only, never on redirects.
 *
 * <p>Settings: {@code vidgen.whisper.url}, as {@code WHISPER_URL}; {@code vidgen.whisper.shape}
 * ({@code auto}, {@code openai} or {@code whisper-cpp}); {@code vidgen.whisper.model} ({@code
 * whisper-1}); {@code vidgen.whisper.timeout} of one upload ({@code 10m}); {@code
 * vidgen.whisper.max-kilobytes} of one upload (25,536 for OpenAI, 18,000 for others, about ten
 * minutes); {@code vidgen.whisper.concurrent} uploads (8 for OpenAI, 2 for others; before: {@code
 * parallel}); {@code vidgen.whisper.usd-per-minute}; {@code vidgen.whisper.requests-per-minute};
 * {@code vidgen.whisper.allow-http} for a server elsewhere without TLS.
 *
 * <p>WAV is sent as 16 kHz mono, which is what Whisper hears, and cut at a silence where it is
 * longer than one upload may be. At OpenAI each part is one paid request: when a later part fails,
 * the failure says that money was spent, so that nothing is sent again by itself, and this provider
 * remembers the parts that were answered, so that another try pays for the others only.
 */
public final class WhisperTranscriptionProviderFactory implements TranscriptionProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public WhisperTranscriptionProviderFactory() {}

  @Override
  public String id() {
    return WhisperTranscriptionProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return WhisperTranscriptionProvider.availability(config);
  }

  @Override
  public TranscriptionProvider create(ProviderConfig config) {
    return new WhisperTranscriptionProvider(config);
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(WhisperTranscriptionProvider.settings());
  }
}
