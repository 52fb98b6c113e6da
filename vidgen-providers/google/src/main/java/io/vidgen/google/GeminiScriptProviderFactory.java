package io.vidgen.google;

import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptProviderFactory;

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
}
