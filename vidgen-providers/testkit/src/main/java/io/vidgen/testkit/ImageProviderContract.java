package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;

/** What every maker of still pictures must do. Extend it and say how one is made. */
public abstract class ImageProviderContract extends ProviderContract<ImageRequest, ImageResult> {

  /** For subclasses. */
  protected ImageProviderContract() {}

  @Override
  protected abstract ImageProvider provider();

  @Override
  void checkResult(ImageResult result, ImageRequest request, FakeCallContext context) {
    assertThat(result.artifacts()).contains(result.image());
    assertThat(result.image().mediaType()).isIn("image/png", "image/jpeg");
  }
}
