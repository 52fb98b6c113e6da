package io.vidgen.google;

import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.ProviderConfig;

/**
 * Pictures by Nano Banana: id {@code nano-banana}. Needs what {@link GoogleOptions#from} needs;
 * below {@code vidgen.nano-banana.} are {@code model}, {@code size} ({@code 1K}, {@code 2K}, {@code
 * 4K}; by default the smallest that fills the format) and {@code usd-per-image}.
 */
public final class NanoBananaImageProviderFactory implements ImageProviderFactory {

  private static final String PREFIX = "vidgen.nano-banana.";

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
    var values = new ModelSettings(config, PREFIX);
    var provider =
        new NanoBananaImageProvider(
            GoogleOptions.from(config), values.model(NanoBananaImageProvider.DEFAULT_MODEL));
    var size = values.size("size");
    if (size != 0) {
      provider = provider.withSize(size);
    }
    var price = values.usd("usd-per-image");
    return price == null ? provider : provider.withPrice(price);
  }
}
