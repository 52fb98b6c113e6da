package io.vidgen.google;

import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.google.internal.veo.VeoSettings;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.VideoProvider;
import io.vidgen.spi.VideoProviderFactory;
import java.util.Optional;
import java.util.Set;

/** Clips by Veo: id {@code veo}. See {@link VeoOptions#from}. */
public final class VeoVideoProviderFactory implements VideoProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public VeoVideoProviderFactory() {}

  @Override
  public String id() {
    return VeoVideoProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return SettingsReader.availability(config);
  }

  @Override
  public VideoProvider create(ProviderConfig config) {
    return new VeoVideoProvider(VeoOptions.from(config));
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(
        SettingsReader.names(
            VeoSettings.PREFIX,
            "model",
            "location",
            "usd-per-second",
            "storage",
            "person-generation",
            "requests-per-minute",
            "concurrent",
            "extension-billing",
            "unchecked",
            "first-poll",
            "time-limit"));
  }
}
