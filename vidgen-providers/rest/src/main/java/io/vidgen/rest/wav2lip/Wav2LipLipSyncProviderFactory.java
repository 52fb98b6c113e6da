package io.vidgen.rest.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.wav2lip.Wav2LipSettings;
import io.vidgen.spi.Availability;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncProviderFactory;
import io.vidgen.spi.ProviderConfig;
import java.util.Optional;
import java.util.Set;

/**
 * Lip-sync by Wav2Lip: id {@code wav2lip}. {@code vidgen.wav2lip.directory} names a copy of its
 * repository, with {@code vidgen.wav2lip.python} and {@code vidgen.wav2lip.checkpoint}; or {@code
 * WAV2LIP_URL} (or {@code vidgen.wav2lip.url}) a server, with {@code vidgen.wav2lip.shape} {@code
 * fastapi} or {@code cog} and, where it differs, {@code path}, {@code face-part}, {@code
 * audio-part}, {@code fields} ({@code name=value} with commas between), {@code result} ({@code
 * video} or {@code json}), {@code result-field} and {@code health}. Both take {@code pads}, {@code
 * resize}, {@code smooth}, {@code rotate}, {@code crop}, {@code box}, {@code fps}, {@code
 * concurrent} runs or calls (1; before: {@code parallel}) and {@code timeout}. Plain HTTP to a host
 * that does not look local needs {@code vidgen.wav2lip.allow-http = true}.
 */
public final class Wav2LipLipSyncProviderFactory implements LipSyncProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public Wav2LipLipSyncProviderFactory() {}

  @Override
  public String id() {
    return Wav2LipLipSyncProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return new Wav2LipSettings(config).availability();
  }

  @Override
  public LipSyncProvider create(ProviderConfig config) {
    var settings = new Wav2LipSettings(config);
    if (settings.availability() instanceof Availability.Missing missing) {
      throw VidgenException.of(FailureKind.INVALID_REQUEST, missing.what(), missing.remedy());
    }
    return settings.isProgram()
        ? new Wav2LipLipSyncProvider(settings.program(), settings.face())
        : new Wav2LipLipSyncProvider(settings.server(), settings.face());
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(Wav2LipSettings.NAMES);
  }
}
