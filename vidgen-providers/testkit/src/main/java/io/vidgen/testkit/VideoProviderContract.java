package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.VideoProvider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every maker of moving pictures must do. Extend it and say how one is made. */
public abstract class VideoProviderContract extends ProviderContract<ClipRequest, ClipResult> {

  /** For subclasses. */
  protected VideoProviderContract() {}

  @Override
  protected abstract VideoProvider provider();

  @Test
  void tiers_always_areOtherModelsOfTheSameProvider() {
    var provider = provider();
    var models = new ArrayList<>(List.of(provider.model()));
    for (var tier : provider.tiers()) {
      assertThat(tier.id()).isEqualTo(provider.id());
      models.add(tier.model());
    }
    assertThat(models).as("each tier has a model of its own").doesNotHaveDuplicates();
  }

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
