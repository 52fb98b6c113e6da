package io.vidgen.google;

import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.VideoProvider;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.VideoProviderContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class VeoContractTest extends VideoProviderContract {
  private FakeGoogle google;

  @BeforeEach
  void start() throws IOException {
    google =
        new FakeGoogle()
            .accepts()
            .answers(FakeGoogle.POLL, 200, "{\"name\":\"" + FakeGoogle.NAME + "\"}")
            .makes(8000);
  }

  @AfterEach
  void stop() {
    google.close();
  }

  @Override
  protected VideoProvider provider() {
    return google.provider();
  }

  @Override
  protected ClipRequest request(FakeCallContext context) {
    return Clips.clip().request();
  }

  @Override
  protected List<ClipRequest> requestsItCannotServe(FakeCallContext context) {
    var square = Clips.clip();
    square.format = VideoFormat.SQUARE;
    var seeded = Clips.clip();
    seeded.seed = 7L;
    return List.of(square.request(), seeded.request());
  }
}
