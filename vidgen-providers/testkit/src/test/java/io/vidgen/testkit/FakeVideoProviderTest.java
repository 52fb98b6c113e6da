package io.vidgen.testkit;

import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.VideoProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class FakeVideoProviderTest {
  private static final VideoFormat FORMAT = new VideoFormat(720, 1280);

  @TempDir Path books;

  private VideoProvider provider() {
    return FakeVideoProvider.of(FakeVendor.open(books), SubmitSafety.RECONCILABLE)
        .polled(Duration.ofMillis(1), ManualClock.create());
  }

  private static ClipRequest request(Duration length, @Nullable VendorVideo extend) {
    return ClipRequest.builder("a wood").duration(length).format(FORMAT).extend(extend).build();
  }

  @Nested
  class NewClips extends VideoProviderContract {
    @Override
    protected VideoProvider provider() {
      return FakeVideoProviderTest.this.provider();
    }

    @Override
    protected ClipRequest request(FakeCallContext context) {
      return FakeVideoProviderTest.request(Duration.ofSeconds(8), null);
    }
  }

  @Nested
  class Extensions extends VideoProviderContract {
    @Override
    protected VideoProvider provider() {
      return FakeVideoProviderTest.this.provider();
    }

    @Override
    protected ClipRequest request(FakeCallContext context) {
      var until = Instant.parse("2026-01-02T00:00:00Z");
      var kept = new VendorVideo("fake-video", "file-1", until, Duration.ofSeconds(8), FORMAT, 0);
      return FakeVideoProviderTest.request(Duration.ofSeconds(7), kept);
    }
  }
}
