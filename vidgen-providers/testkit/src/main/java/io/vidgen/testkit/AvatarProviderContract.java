package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.ClipResult;

/** What every avatar must do: a clip of a face that speaks. Extend it and say how one is made. */
public abstract class AvatarProviderContract extends ProviderContract<AvatarRequest, ClipResult> {

  /** For subclasses. */
  protected AvatarProviderContract() {}

  @Override
  protected abstract AvatarProvider provider();

  @Override
  void checkResult(ClipResult result, AvatarRequest request, FakeCallContext context) {
    ClipResults.check(result);
    assertThat(result.audio()).as("an avatar is heard").isTrue();
  }
}
