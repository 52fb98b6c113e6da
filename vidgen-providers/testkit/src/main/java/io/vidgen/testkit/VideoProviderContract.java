package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.VideoProvider;

/** What every maker of moving pictures must do. Extend it and say how one is made. */
public abstract class VideoProviderContract extends ProviderContract<ClipRequest, ClipResult> {

  /** For subclasses. */
  protected VideoProviderContract() {}

  @Override
  protected abstract VideoProvider provider();

  @Override
  void checkResult(ClipResult result, ClipRequest request, FakeCallContext context) {
    ClipResults.check(result);
    assertThat(result.begin()).as("where the new part begins").isLessThan(result.duration());
    assertThat(result.begin().isZero())
        .as("all of a new clip is new, and only a part of an extended one")
        .isEqualTo(request.extend() == null);
    if (request.audio()) {
      assertThat(result.audio()).as("a clip with sound was asked for").isTrue();
    }
  }
}
