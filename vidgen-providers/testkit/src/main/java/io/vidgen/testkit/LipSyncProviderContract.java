package io.vidgen.testkit;

import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncRequest;

/** What every lip sync must do. Extend it and say how one is made. */
public abstract class LipSyncProviderContract extends ProviderContract<LipSyncRequest, ClipResult> {

  /** For subclasses. */
  protected LipSyncProviderContract() {}

  @Override
  protected abstract LipSyncProvider provider();

  @Override
  void checkResult(ClipResult result, LipSyncRequest request, FakeCallContext context) {
    ClipResults.check(result);
  }
}
