package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import io.vidgen.money.SpendLimit.Scope;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import io.vidgen.testkit.FakeSpeechProvider;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stays reserved when a price changes, a process dies or a call is sent again. */
class ReservesTest extends VendorTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Duration HOUR = Duration.ofHours(1);

  private static FakeSpeechProvider dear(Money price, SubmitSafety safety) {
    return FakeSpeechProvider.builder().id("dear").safety(safety).price(price).build();
  }

  private static FakeSpeechProvider once(Money price) {
    return dear(price, SubmitSafety.AT_MOST_ONCE);
  }

  private static FakeSpeechProvider keyed(String price) {
    return dear(Money.usd(price), SubmitSafety.IDEMPOTENT_KEY);
  }

  private RenderJob end(SpeechProvider voice, Ledger books, Budget budget, String owner)
      throws InterruptedException {
    try (var pipeline = studio.timed(voice).ledger(books).budget(budget).build()) {
      var job = pipeline.submit(ONE, RenderOptions.builder().owner(owner).build());
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }

  private RenderJob end(SpeechProvider voice, Budget budget) throws InterruptedException {
    return end(voice, studio.ledger, budget, "");
  }

  /** The process ends when the call is announced. */
  private void die(SpeechProvider voice) throws InterruptedException {
    var dying = CrashingLedger.failing(studio.ledger, new Point("speech", 1, true));
    end(voice, dying, Budget.UNLIMITED, "ann");
    assertThat(record().state()).isEqualTo(StepState.INTENT);
  }

  @Test
  void render_priceFallsAfterACrash_keepsTheReserve() throws Exception {
    die(once(Money.usd("1")));

    assertThat(end(once(Money.usd("0.10"))).state()).isEqualTo(JobState.NEEDS_ATTENTION);

    assertThat(record().state()).isEqualTo(StepState.UNKNOWN);
    assertThat(record().reserved()).isEqualTo(Money.usd("1"));
    assertThat(resolve(new Resolution.GiveUp()).spent()).isEqualTo(Money.usd("1"));
  }

  @Test
  void render_priceFallsBeforeItIsSentAgain_booksWhatWasReserved() throws Exception {
    die(keyed("1"));

    var job = end(keyed("0.10"));

    assertThat(record().spent()).isEqualTo(Money.usd("1"));
    assertThat(job.join().cost()).hasToString("USD 1.00");
  }

  @Test
  void render_sentAgainAtAHigherPrice_reservesThat() throws Exception {
    die(keyed("0.10"));
    var voice = keyed("1");
    voice
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK,
            VidgenException.of(FailureKind.UNKNOWN_OUTCOME, "no answer", ""));

    try (var pipeline = studio.timed(voice).build()) {
      var job = pipeline.submit(ONE);
      assertThat(Studio.await(() -> record().state() == StepState.UNKNOWN)).isTrue();
      assertThat(record().reserved()).isEqualTo(Money.usd("1"));
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
    }

    assertThat(record().attempt()).isEqualTo(1);
    assertThat(record().spent()).isEqualTo(Money.usd("1"));
  }

  @Test
  void render_sentAgain_isHeldAgainstTheLimits() throws Exception {
    die(keyed("0.10"));
    var voice = keyed("0.10");

    var job = end(voice, Budget.total(Money.usd("0.05")));

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failure()).map(Failure::kind).contains(FailureKind.OVER_BUDGET);
    assertThat(voice.calls().total()).isZero();
    assertThat(record().reserved()).isEqualTo(Money.usd("0.10"));
  }

  @Test
  void render_sentAgainBySomebodyElse_countsForThem() throws Exception {
    die(keyed("0.10"));
    var bobs = new SpendLimit(Scope.OWNER, "bob", Set.of(), Money.usd("0.10"), null, false);

    end(keyed("0.10"), studio.ledger, Budget.UNLIMITED.and(bobs), "bob");

    assertThat(record().payer().owner()).isEqualTo("bob");
    assertThat(studio.ledger.counted(bobs, studio.time.instant())).isEqualTo(Money.usd("0.10"));
  }

  @Test
  void render_remoteSentAgain_isHeldAgainstTheLimits() throws Exception {
    die(remote(SubmitSafety.IDEMPOTENT_KEY));

    var job = end(remote(SubmitSafety.IDEMPOTENT_KEY), Budget.total(Money.usd("0.05")));

    assertThat(job.failure()).map(Failure::kind).contains(FailureKind.OVER_BUDGET);
    assertThat(vendor.posts()).isZero();
  }

  @Test
  void render_sentAgain_itsOwnReserveDoesNotCountTwice() throws Exception {
    die(remote(SubmitSafety.IDEMPOTENT_KEY));
    var attempt = record().attemptId();

    var job = end(remote(SubmitSafety.IDEMPOTENT_KEY), Budget.total(Money.usd("0.10")));

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(record().attemptId()).isEqualTo(attempt);
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_sentAgainIntoAFullWindow_waitsForRoom() throws Exception {
    var budget = Budget.total(Money.usd("0.10"), HOUR);
    die(keyed("0.10"));
    studio.time.advance(HOUR.multipliedBy(2));
    try (var pipeline = studio.timed(keyed("0.10")).budget(budget).build()) {
      var other = pipeline.submit(Studio.narrated("Another one."));
      assertThat(studio.time.flyUntil(other.completion(), Studio.PATIENCE)).isTrue();
    }
    var began = studio.time.instant();

    assertThat(end(keyed("0.10"), budget).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(Duration.between(began, record().announcedAt())).isGreaterThan(HOUR.minusMinutes(1));
  }

  @Test
  void render_attemptsInTwoCurrencies_bothCount() throws Exception {
    var usd = once(Money.usd("1"));
    var garbage = Failure.of(FailureKind.PROTOCOL, "garbage", "").charged(true);
    usd.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(garbage));
    end(usd);

    end(once(euros("2")));

    assertThat(record().spent()).isEqualTo(euros("2"));
    assertThat(counted(euros("9"))).isEqualTo(euros("2"));
    assertThat(counted(Money.usd("9"))).isEqualTo(Money.usd("1"));
    try (var pipeline = studio.timed(usd).build()) {
      assertThat(pipeline.spending().total().spent())
          .containsExactlyInAnyOrder(euros("2"), Money.usd("1"));
    }
  }

  @Test
  void render_backInTheFirstCurrency_countsEachOnce() throws Exception {
    for (var price : new Money[] {Money.usd("1"), euros("2"), Money.usd("4")}) {
      var voice = once(price);
      var garbage = Failure.of(FailureKind.PROTOCOL, "garbage", "").charged(true);
      voice.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(garbage));
      end(voice);
    }

    end(once(euros("8")));

    assertThat(counted(euros("99"))).isEqualTo(euros("10"));
    assertThat(counted(Money.usd("99"))).isEqualTo(Money.usd("5"));
    assertThat(record().spent()).isEqualTo(euros("10"));
  }

  @Test
  void resolve_adoptedForWhatIsBooked_isFetchedAndNotBookedAgain() throws Exception {
    end(remote(SubmitSafety.AT_MOST_ONCE));
    Files.delete(studio.ledger.artifacts().find(record().artifacts().get(0)).orElseThrow());

    adopt("operation-moved");
    assertThat(counted(Money.usd("9"))).isEqualTo(Money.usd("0.10"));
    var job = end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(record().operation().id()).isEqualTo("operation-moved");
    assertThat(record().spent()).isEqualTo(Money.usd("0.10"));
    assertThat(counted(Money.usd("9"))).isEqualTo(Money.usd("0.10"));
    assertThat(job.join().cost()).hasToString("free");
    assertThat(vendor.posts()).isEqualTo(1);
  }

  @Test
  void resolve_adoptedForWhatIsBookedAndGivenUp_isNotBookedAgain() throws Exception {
    end(remote(SubmitSafety.AT_MOST_ONCE));
    Files.delete(studio.ledger.artifacts().find(record().artifacts().get(0)).orElseThrow());
    adopt("operation-moved");
    vendor.withholdResults(Failure.of(FailureKind.PROTOCOL, "nothing there", ""));
    end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(resolve(new Resolution.GiveUp()).spent()).isEqualTo(Money.usd("0.10"));

    vendor.withholdResults(null);
    end(remote(SubmitSafety.AT_MOST_ONCE));
    assertThat(record().spent()).isEqualTo(Money.usd("0.20"));
    assertThat(counted(Money.usd("9"))).isEqualTo(Money.usd("0.20"));
  }

  private void adopt(String id) {
    resolve(
        new Resolution.Adopt(
            new RemoteOperation("fake-remote-speech", id, studio.time.instant(), Map.of())));
  }

  private Money counted(Money most) {
    var limit = new SpendLimit(Scope.LEDGER, "", Set.of(), most, null, false);
    return studio.ledger.counted(limit, studio.time.instant());
  }

  private static Money euros(String amount) {
    return new Money(new BigDecimal(amount), EUR);
  }
}
