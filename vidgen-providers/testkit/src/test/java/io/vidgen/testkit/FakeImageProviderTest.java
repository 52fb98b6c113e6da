package io.vidgen.testkit;

import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import java.util.List;

class FakeImageProviderTest extends ImageProviderContract {
  @Override
  protected ImageProvider provider() {
    return FakeImageProvider.create();
  }

  @Override
  protected ImageRequest request(FakeCallContext context) {
    return new ImageRequest("a lake", "ink", VideoFormat.PORTRAIT, List.of(), null, 0);
  }
}
