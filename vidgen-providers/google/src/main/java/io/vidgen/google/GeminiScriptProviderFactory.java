package io.vidgen.google;

import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptProviderFactory;

/**
 * Scripts by Gemini: id {@code gemini}. Needs what {@link GoogleOptions#from} needs; below {@code
 * vidgen.gemini.} are {@code model}, {@code usd-per-million-input} and {@code
 * usd-per-million-output}, which go together.
 */
public final class GeminiScriptProviderFactory implements ScriptProviderFactory {

  private static final String PREFIX = "vidgen.gemini.";

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
    var values = new ModelSettings(config, PREFIX);
    var provider =
        new GeminiScriptProvider(
            GoogleOptions.from(config), values.model(GeminiScriptProvider.DEFAULT_MODEL));
    var input = values.usd("usd-per-million-input");
    var output = values.usd("usd-per-million-output");
    if (input == null && output == null) {
      return provider;
    }
    if (input == null || output == null) {
      throw ModelSettings.wrong(
          PREFIX + (input == null ? "usd-per-million-input" : "usd-per-million-output"),
          "is missing beside the other price",
          "set both prices or none");
    }
    return provider.withPrices(input, output);
  }
}
