package io.vidgen.offline;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.offline.internal.voice.EspeakSpeechProvider;
import io.vidgen.spi.Availability;
import io.vidgen.spi.LocalPrograms;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Narration in about 100 languages by an installed espeak-ng: id {@code espeak-ng}. The program is
 * looked for on the {@code PATH}, or where {@code vidgen.offline.espeak} says. Word times are
 * interpolated inside each sentence. A voice is a name that {@code espeak-ng --voices} shows, with
 * a variant if wanted, such as {@code fr+f3}.
 */
public final class EspeakSpeechProviderFactory implements SpeechProviderFactory {
  private static final String SETTING = "vidgen.offline.espeak";
  private static final String REMEDY = "install espeak-ng, or set " + SETTING;

  /** For {@link java.util.ServiceLoader}. */
  public EspeakSpeechProviderFactory() {}

  @Override
  public String id() {
    return EspeakSpeechProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return find(config).isPresent()
        ? Availability.available()
        : Availability.missing(missing(config), REMEDY);
  }

  @Override
  public SpeechProvider create(ProviderConfig config) {
    Path program =
        find(config)
            .orElseThrow(
                () -> VidgenException.of(FailureKind.INVALID_REQUEST, missing(config), REMEDY));
    return new EspeakSpeechProvider(program);
  }

  @Override
  public int rank() {
    return -20;
  }

  private static Optional<Path> find(ProviderConfig config) {
    return LocalPrograms.find(config, SETTING, EspeakSpeechProvider.ID);
  }

  private static String missing(ProviderConfig config) {
    return config
        .value(SETTING)
        .map(path -> SETTING + " is no program: " + path)
        .orElse("espeak-ng is not on the PATH");
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(Set.of(SETTING));
  }
}
