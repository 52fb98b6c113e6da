package io.vidgen.google;

import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptProviderFactory;
import java.util.Optional;
import java.util.Set;

/** Scripts by Gemini: id {@code gemini}. See {@link GeminiOptions#from}. */
public final class GeminiScriptProviderFactory implements ScriptProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public GeminiScriptProviderFactory() {}

  @Override
  public String id() {
    return GeminiScriptProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return SettingsReader.availability(config);
  }

  @Override
  public ScriptProvider create(ProviderConfig config) {
    return new GeminiScriptProvider(GeminiOptions.from(config));
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(
        SettingsReader.names(
            "vidgen.gemini.",
            "model",
            "requests-per-minute",
            "concurrent",
            "usd-per-million-input",
            "usd-per-million-output"));
  }
}
