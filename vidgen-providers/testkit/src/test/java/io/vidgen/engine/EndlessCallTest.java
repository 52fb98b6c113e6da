package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.job.JobState;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Calls that do not keep their limit. */
class EndlessCallTest extends VendorTest {
  private static final Price PAID = Price.exactly(Money.usd("0.10"));

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void cancel_paidCallThatNeverEnds_isEndedWithAnUnknownOutcome() throws Exception {
    try (var pipeline = studio.builder().speech(new Endless(PAID)).build()) {
      var job = pipeline.submit(ONE);
      entered.await();

      assertThat(job.cancel()).isTrue();

      assertThat(Studio.await(() -> job.completion().toCompletableFuture().isDone())).isTrue();
    }
    assertThat(record().state()).isEqualTo(StepState.UNKNOWN);
    assertThat(record().reserved()).isEqualTo(Money.usd("0.10"));
    assertThat(record().failure().message()).contains("limit of 1 s");
  }

  @Test
  void render_freeCallThatNeverEnds_failsInTime() throws Exception {
    try (var pipeline = studio.builder().speech(new Endless(Price.free())).build()) {
      var job = pipeline.submit(ONE);

      assertThat(Studio.await(() -> job.state() == JobState.FAILED)).isTrue();
      assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMEOUT);
    }
  }

  /** Waits for ever, whatever its limit is. */
  private final class Endless implements SpeechProvider {
    private final Price price;

    Endless(Price price) {
      this.price = price;
    }

    @Override
    public String id() {
      return "endless";
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

    @Override
    public Duration callLimit(SpeechRequest request) {
      return Duration.ofSeconds(1);
    }

    @Override
    public Work<SpeechRequest, SpeechResult> work() {
      return (QuickWork<SpeechRequest, SpeechResult>)
          (request, context) -> {
            entered.countDown();
            never.await();
            throw new IllegalStateException("it ended");
          };
    }
  }
}
