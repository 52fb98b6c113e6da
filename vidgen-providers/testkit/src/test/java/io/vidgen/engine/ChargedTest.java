package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Work;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is booked when a vendor says what it charged. */
class ChargedTest extends VendorTest {
  private static final Price RANGE = new Price.Range(Money.usd("0.10"), Money.usd("0.30"));

  private Price price = RANGE;
  private Money atSubmit = Money.usd("0.12");
  private @Nullable Money atPoll;
  private @Nullable Money atCollect;
  private @Nullable Failure failure;

  /** What the voice of the tests has in common. */
  private abstract class Voice implements SpeechProvider {
    @Override
    public String id() {
      return "frank";
    }

    @Override
    public String model() {
      return "1";
    }

    @Override
    public Capabilities capabilities() {
      return studio.speech.capabilities();
    }

    @Override
    public PriceCard priceCard() {
      return PriceCard.own(Rate.of(PriceUnit.REQUEST, Money.usd("0.10")));
    }

    @Override
    public Price price(SpeechRequest request) {
      return price;
    }

    SpeechResult speak(SpeechRequest request, CallContext context)
        throws IOException, InterruptedException {
      return studio.speech.work().call(request, context);
    }
  }

  /** Says the price with its answer. */
  private final class Quick extends Voice {
    @Override
    public Work<SpeechRequest, SpeechResult> work() {
      return (QuickWork<SpeechRequest, SpeechResult>)
          (request, context) -> {
            context.charged(atSubmit);
            if (failure != null) {
              throw new VidgenException(failure);
            }
            return speak(request, context);
          };
    }
  }

  /** Says the price when it accepts the work, and maybe again at the end. */
  private final class Remote extends Voice {
    @Override
    public Work<SpeechRequest, SpeechResult> work() {
      return new LongRunningWork<>() {
        @Override
        public RemoteOperation submit(SpeechRequest request, CallContext context) {
          context.charged(atSubmit);
          return new RemoteOperation("frank", "op-1", Instant.EPOCH, Map.of());
        }

        @Override
        public Poll poll(RemoteOperation operation, CallContext context) {
          if (atPoll != null) {
            context.charged(atPoll);
          }
          return failure == null ? new Poll.Ready() : new Poll.Failed(failure);
        }

        @Override
        public SpeechResult collect(
            RemoteOperation operation, SpeechRequest request, CallContext context)
            throws IOException {
          if (atCollect != null) {
            context.charged(atCollect);
          }
          try {
            return speak(request, context);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }

        @Override
        public Duration firstPoll() {
          return Duration.ofSeconds(1);
        }

        @Override
        public Duration timeLimit() {
          return Duration.ofDays(40_000);
        }
      };
    }
  }

  @Test
  void render_vendorSaysItsCharge_isBookedAndIsTheCost() throws Exception {
    var render = end(new Quick()).join();

    assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd("0.12")));
    assertThat(record().spent()).isEqualTo(Money.usd("0.12"));
  }

  @Test
  void render_remoteVendorSaysItAtTheSubmit_isReservedAndThenBooked() throws Exception {
    var render = end(new Remote()).join();

    assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd("0.12")));
    assertThat(record().spent()).isEqualTo(Money.usd("0.12"));
  }

  @Test
  void render_remoteVendorSaysAnotherAtTheEnd_thatIsBooked() throws Exception {
    atCollect = Money.usd("0.20");
    var render = end(new Remote()).join();

    assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd("0.20")));
    assertThat(record().spent()).isEqualTo(Money.usd("0.20"));
  }

  @Test
  void render_remoteVendorSaysItWhenItIsReady_thatIsBooked() throws Exception {
    atPoll = Money.usd("0.25");
    var render = end(new Remote()).join();

    assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd("0.25")));
    assertThat(record().spent()).isEqualTo(Money.usd("0.25"));
  }

  @Test
  void render_remoteVendorSaysItTwice_theLastWordIsBooked() throws Exception {
    atPoll = Money.usd("0.25");
    atCollect = Money.usd("0.20");
    end(new Remote());

    assertThat(record().spent()).isEqualTo(Money.usd("0.20"));
  }

  @Test
  void render_outcomeUnknown_reservesTheLargerOfPriceAndCharge() throws Exception {
    failure = Failure.of(FailureKind.UNKNOWN_OUTCOME, "the answer broke off", "");
    atSubmit = Money.usd("0.50");
    end(new Quick());
    assertThat(record().state()).isEqualTo(StepState.UNKNOWN);
    assertThat(record().reserved()).isEqualTo(Money.usd("0.50"));
  }

  @Test
  void render_outcomeUnknownAndASmallCharge_keepsThePriceReserved() throws Exception {
    failure = Failure.of(FailureKind.UNKNOWN_OUTCOME, "the answer broke off", "");
    end(new Quick());
    assertThat(record().reserved()).isEqualTo(Money.usd("0.30"));
  }

  @Test
  void render_chargedFailure_booksWhatTheVendorSaid() throws Exception {
    failure = Failure.of(FailureKind.PROTOCOL, "nonsense", "").charged(true);
    end(new Quick());
    assertThat(record().state()).isEqualTo(StepState.FAILED);
    assertThat(record().spent()).isEqualTo(Money.usd("0.12"));
    failure = null;
    end(new Quick());

    assertThat(record().spent()).isEqualTo(Money.usd("0.24"));
  }

  @Test
  void render_remoteFailureAfterACharge_booksWhatWasSaidAtTheSubmit() throws Exception {
    failure = Failure.of(FailureKind.PROTOCOL, "nonsense", "").charged(true);
    end(new Remote());

    assertThat(record().spent()).isEqualTo(Money.usd("0.12"));
  }

  @Test
  void render_uncharged_booksNothing() throws Exception {
    failure = Failure.of(FailureKind.PROTOCOL, "nonsense", "").charged(false);
    end(new Quick());

    assertThat(record().spent()).isNull();
  }

  @Test
  void render_chargeAboveThePrice_isBookedAsItIsAndWarnedOf() throws Exception {
    atSubmit = Money.usd("0.50");
    var job = end(new Quick());

    assertThat(record().spent()).isEqualTo(Money.usd("0.50"));
    assertThat(job.join().cost()).isEqualTo(Price.exactly(Money.usd("0.50")));
    assertThat(log.of(RenderEvent.Warning.class))
        .extracting(RenderEvent.Warning::problem)
        .filteredOn(problem -> problem.message().contains("charged"))
        .extracting(Problem::message)
        .containsExactly("frank charged USD 0.50, and plans say USD 0.30 at most");
  }

  @Test
  void render_chargeInAnotherCurrency_isIgnored() throws Exception {
    atSubmit = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));
    var render = end(new Quick()).join();

    assertThat(render.cost()).isEqualTo(RANGE);
    assertThat(record().spent()).isEqualTo(Money.usd("0.30"));
  }

  @Test
  void render_unknownPriceButKnownCharge_isPriced() throws Exception {
    price = new Price.Unknown("no list");
    var render = end(new Quick()).join();

    assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd("0.12")));
    assertThat(record().spent()).isEqualTo(Money.usd("0.12"));
    assertThat(record().unpriced()).isFalse();
  }
}
