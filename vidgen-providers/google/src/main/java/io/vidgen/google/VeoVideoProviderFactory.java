package io.vidgen.google;

import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.VideoProvider;
import io.vidgen.spi.VideoProviderFactory;

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
}
