package io.vidgen.offline;

import io.vidgen.offline.internal.picture.StoryboardImageProvider;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.ProviderConfig;
import java.util.Optional;
import java.util.Set;

/**
 * Pictures without key or network, drawn in the JVM: id {@code storyboard}. The words of the prompt
 * choose place and light, the style makes a family of all pictures of a video, and the first
 * reference is set into the picture. Any size; the same request gives the same picture.
 */
public final class StoryboardImageProviderFactory implements ImageProviderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public StoryboardImageProviderFactory() {}

  @Override
  public String id() {
    return StoryboardImageProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return Availability.available();
  }

  @Override
  public ImageProvider create(ProviderConfig config) {
    return new StoryboardImageProvider();
  }

  @Override
  public int rank() {
    return -10;
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(Set.of());
  }
}
