package io.vidgen.whisper;

import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionProviderFactory;
import io.vidgen.whisper.internal.LocalTranscription;
import io.vidgen.whisper.internal.WhisperSettings;
import java.util.Optional;
import java.util.Set;

/**
 * Words and their times from an installed whisper.cpp, without key or network: id {@code
 * whisper-cpp}. Takes WAV of up to four hours.
 *
 * <p>Two things have to be there. The program {@code whisper-cli} is looked for where {@code
 * vidgen.whisper.program} says, or else on the {@code PATH}. The model, a ggml file, is the one
 * that {@code vidgen.whisper.model} names if that ends in {@code .bin}, or else the largest known
 * one in {@code ~/.cache/vidgen/models} (or {@code $XDG_CACHE_HOME/vidgen/models}), such as {@code
 * ggml-base.bin}. Nothing is downloaded.
 *
 * <p>Further settings: {@code vidgen.whisper.threads}, 1 to 256, by default the processors of this
 * machine but no more than 8; {@code vidgen.whisper.dtw}, {@code auto} (the default: times from the
 * model's attention where the model is a known one) or {@code off}.
 *
 * <p>It is preferred to a server that charges, as it costs nothing and sends nothing away.
 */
public final class WhisperCppTranscriptionProviderFactory implements TranscriptionProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public WhisperCppTranscriptionProviderFactory() {}

  @Override
  public String id() {
    return LocalTranscription.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return WhisperSettings.availability(config);
  }

  @Override
  public TranscriptionProvider create(ProviderConfig config) {
    return new WhisperCppTranscriptionProvider(WhisperSettings.of(config));
  }

  @Override
  public int rank() {
    return 5;
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(
        Set.of(
            WhisperSettings.PROGRAM,
            WhisperSettings.MODEL,
            WhisperSettings.THREADS,
            WhisperSettings.DTW));
  }
}
