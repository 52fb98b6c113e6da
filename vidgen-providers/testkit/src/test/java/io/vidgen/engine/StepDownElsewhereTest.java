package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderOptions;
import io.vidgen.ledger.Ledgers;
import io.vidgen.money.Money;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was bought at a cheaper model is kept when another provider would be chosen now. */
class StepDownElsewhereTest extends StepDownFixture {
  private static final RenderOptions WITHIN = within("4");

  private FakeVendor elsewhere() {
    return FakeVendor.open(directory.resolve("other"));
  }

  private FakeVideoProvider other(FakeVendor at, String perSecond) {
    var standard =
        FakeVideoProvider.of(at, SubmitSafety.RECONCILABLE)
            .polled(Duration.ofSeconds(5), studio.time)
            .named("other")
            .model("o-standard", Money.usd(perSecond));
    return standard.tiers(standard.model("o-fast", Money.usd("0.10")));
  }

  private VideoPipelineBuilder cheapest(FakeVendor elsewhere, String perSecond) {
    return builder().videos(videos, other(elsewhere, perSecond)).router(VideoRouter.cheapest());
  }

  @Test
  void render_otherProviderIsFirstNow_buysNothingAgain() throws Exception {
    var elsewhere = elsewhere();
    var other = other(elsewhere, "0.40");
    end(builder().videos(videos, other), clips(3).build(), WITHIN).join();

    var turned = builder().videos(other, videos);
    assertThat(plan(turned, clips(3).build(), WITHIN).bill().isFree()).isTrue();
    end(builder().videos(other, videos), clips(3).build(), WITHIN).join();

    assertThat(vendor.charges()).hasSize(3);
    assertThat(elsewhere.charges()).isEmpty();
  }

  @Test
  void render_otherProviderIsCheaperNow_buysNothingAgain() throws Exception {
    var elsewhere = elsewhere();
    end(cheapest(elsewhere, "0.45"), clips(3).build(), WITHIN).join();

    end(cheapest(elsewhere, "0.35"), clips(3).build(), WITHIN).join();

    assertThat(vendor.charges()).hasSize(3);
    assertThat(elsewhere.charges()).isEmpty();
  }

  @Test
  void render_cutOffAndOtherProviderIsCheaperNow_buysOnlyWhatIsMissing() throws Exception {
    var elsewhere = elsewhere();
    try (var ledger = Ledgers.inMemory()) {
      var crash = new CrashingLedger.Point("clip", 3, true);
      var dying = cheapest(elsewhere, "0.45").ledger(CrashingLedger.failing(ledger, crash));
      var died = end(dying, clips(3).build(), WITHIN);
      assertThat(died.state()).isEqualTo(JobState.FAILED);
      int bought = vendor.charges().size();
      assertThat(bought).isPositive();

      end(cheapest(elsewhere, "0.35").ledger(ledger), clips(3).build(), WITHIN).join();
    }
    assertThat(vendor.charges().size() + elsewhere.charges().size()).isEqualTo(3);
  }
}
