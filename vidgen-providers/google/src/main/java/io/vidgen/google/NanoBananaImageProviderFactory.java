package io.vidgen.google;

import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.ProviderConfig;
import java.util.Optional;
import java.util.Set;

/** Pictures by Nano Banana: id {@code nano-banana}. See {@link NanoBananaOptions#from}. */
public final class NanoBananaImageProviderFactory implements ImageProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public NanoBananaImageProviderFactory() {}

  @Override
  public String id() {
    return NanoBananaImageProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return SettingsReader.availability(config);
  }

  @Override
  public ImageProvider create(ProviderConfig config) {
    return new NanoBananaImageProvider(NanoBananaOptions.from(config));
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(
        SettingsReader.names(
            "vidgen.nano-banana.",
            "model",
            "size",
            "requests-per-minute",
            "concurrent",
            "usd-per-image"));
  }
}
