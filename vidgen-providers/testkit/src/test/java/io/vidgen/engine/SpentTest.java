package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.JobState;
import io.vidgen.job.Resolution;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Work;
import io.vidgen.testkit.FakeVendor.Fault;
import org.junit.jupiter.api.Test;

/** What the ledger says was spent, where nobody knows it exactly. */
class SpentTest extends VendorTest {
  private static final Price UNKNOWN = new Price.Unknown("no price list");

  /** One with another price. */
  private record Priced(SpeechProvider voice, Price price) implements SpeechProvider {
    @Override
    public String id() {
      return voice.id();
    }

    @Override
    public String model() {
      return voice.model();
    }

    @Override
    public Capabilities capabilities() {
      return voice.capabilities();
    }

    @Override
    public PriceCard priceCard() {
      return voice.priceCard();
    }

    @Override
    public Price price(SpeechRequest request) {
      return price;
    }

    @Override
    public SubmitSafety submitSafety() {
      return voice.submitSafety();
    }

    @Override
    public Work<SpeechRequest, SpeechResult> work() {
      return voice.work();
    }
  }

  private Priced priced(Price price) {
    return new Priced(remote(SubmitSafety.AT_MOST_ONCE), price);
  }

  @Test
  void render_priceIsARange_isBookedAtItsMost() throws Exception {
    var range = new Price.Range(Money.usd("0.10"), Money.usd("0.30"));

    var render = end(priced(range)).join();

    assertThat(render.cost()).isEqualTo(range);
    assertThat(record().spent()).isEqualTo(Money.usd("0.30"));
    assertThat(record().unpriced()).isFalse();
  }

  @Test
  void render_priceIsNotKnown_isMarked() throws Exception {
    var render = end(priced(UNKNOWN)).join();

    assertThat(render.cost()).isEqualTo(UNKNOWN);
    assertThat(record().spent()).isNull();
    assertThat(record().unpriced()).isTrue();
  }

  @Test
  void render_priceIsNotKnownAndNothingWasCharged_isNotMarked() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(priced(UNKNOWN));

    assertThat(record().unpriced()).isFalse();
    assertThat(resolve(new Resolution.Resubmit()).unpriced()).isFalse();
  }

  @Test
  void resolve_givenUpAtAnUnknownPrice_staysMarked() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(priced(UNKNOWN));

    assertThat(resolve(new Resolution.GiveUp()).unpriced()).isTrue();

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(record().spent()).isEqualTo(Money.usd("0.10"));
    assertThat(record().unpriced()).isTrue();
  }

  @Test
  void render_free_isNotMarked() throws Exception {
    end(studio.speech);

    assertThat(studio.ledger.all()).noneMatch(step -> step.unpriced());
  }
}
