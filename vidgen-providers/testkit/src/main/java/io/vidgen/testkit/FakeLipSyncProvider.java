package io.vidgen.testkit;

import io.vidgen.spi.Capabilities;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.util.Objects;

/** Paid lip sync at a {@link FakeVendor}: 0.50 USD a clip, as long as its recording. */
public final class FakeLipSyncProvider extends FakeClipProvider<LipSyncRequest, FakeLipSyncProvider>
    implements LipSyncProvider {

  private FakeLipSyncProvider(Terms terms) {
    super(terms);
  }

  /**
   * One that is polled every 5 s by the system's clock.
   *
   * @param vendor who does the work
   * @param safety {@link SubmitSafety#RECONCILABLE} lets attempts be found, {@link
   *     SubmitSafety#IDEMPOTENT_KEY} honours the attempt's id as key
   * @return the provider
   */
  public static FakeLipSyncProvider of(FakeVendor vendor, SubmitSafety safety) {
    var able = Capabilities.builder().build();
    return new FakeLipSyncProvider(Terms.of(vendor, safety, able));
  }

  @Override
  public String id() {
    return "fake-lip-sync";
  }

  @Override
  FakeLipSyncProvider with(Terms other) {
    return new FakeLipSyncProvider(other);
  }

  @Override
  Duration lengthOf(LipSyncRequest request) {
    return Objects.requireNonNullElse(request.length(), Duration.ofSeconds(1));
  }
}
