package io.vidgen.testkit;

import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.util.Objects;

/**
 * A paid avatar at a {@link FakeVendor}: 0.50 USD a clip, as long as its recording or 300 ms a
 * word.
 */
public final class FakeAvatarProvider extends FakeClipProvider<AvatarRequest, FakeAvatarProvider>
    implements AvatarProvider {
  private static final Duration PER_WORD = Duration.ofMillis(300);

  private FakeAvatarProvider(Terms terms) {
    super(terms);
  }

  /**
   * One that is polled every 5 s by the system's clock and takes faces, presenters, texts and
   * recordings.
   *
   * @param vendor who does the work
   * @param safety {@link SubmitSafety#RECONCILABLE} lets attempts be found, {@link
   *     SubmitSafety#IDEMPOTENT_KEY} honours the attempt's id as key
   * @return the provider
   */
  public static FakeAvatarProvider of(FakeVendor vendor, SubmitSafety safety) {
    var able =
        Capabilities.builder()
            .addFeatures(
                Feature.FACE_PICTURE,
                Feature.PRESENTERS,
                Feature.SPEAKS_TEXT,
                Feature.SPEAKS_RECORDING)
            .build();
    return new FakeAvatarProvider(Terms.of(vendor, safety, able));
  }

  @Override
  public String id() {
    return "fake-avatar";
  }

  @Override
  FakeAvatarProvider with(Terms other) {
    return new FakeAvatarProvider(other);
  }

  @Override
  Duration lengthOf(AvatarRequest request) {
    var text = request.text();
    return text == null
        ? Objects.requireNonNullElse(request.length(), PER_WORD)
        : PER_WORD.multipliedBy(text.strip().split("\\s+", -1).length);
  }
}
