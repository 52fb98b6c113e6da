package io.vidgen.testkit;

import static io.vidgen.testkit.SampleCharges.ANN;
import static io.vidgen.testkit.SampleCharges.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.Charge;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StepRecord;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import io.vidgen.money.SpendLimit.Scope;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every ledger must do about limits; a part of {@link LedgerContract}. */
@Timeout(300)
abstract class LedgerLimitsContract {
  static final int THREADS = 8;
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Money EURO = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));

  /** An empty directory, new for each test. */
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before anything else runs.
  protected Path place;

  Ledger ledger;

  /**
   * Opens a ledger.
   *
   * @param place names it: empty the first time; a durable ledger that was closed must be found
   *     again under the same place. One that keeps its records elsewhere may use it as a name only
   * @return the ledger
   * @throws Exception if it cannot be opened
   */
  protected abstract Ledger open(Path place) throws Exception;

  @BeforeEach
  final void openLedger() throws Exception {
    ledger = open(place);
  }

  @AfterEach
  final void closeLedger() {
    ledger.close();
  }

  @Test
  void write_reserveThatJustFits_isWritten() {
    reserve(SampleCharges.of(1, "3.20").intent(1), total("6.40"));
    reserve(SampleCharges.of(2, "3.20").intent(1), total("6.40"));

    assertThat(ledger.all()).hasSize(2);
    assertThat(ledger.counted(total("6.40"), NOON)).isEqualTo(Money.usd("6.40"));
  }

  @Test
  void write_reserveOverALimit_isRefusedInWordsAndChangesNothing() {
    var limit = new SpendLimit(Scope.PROJECT, "ann/spring", Set.of(), Money.usd("5"), null, false);
    reserve(SampleCharges.of(1, "3.20").intent(1), limit);

    var refused = refused(SampleCharges.of(2, "3.20").intent(1), limit);

    assertThat(refused)
        .hasMessageContaining("the budget of USD 5.00 for project 'ann/spring'")
        .hasMessageContaining("USD 3.20 asked")
        .hasMessageContaining("USD 3.20 spent")
        .hasMessageContaining("USD 1.80 left");
    assertThat(refused.failure().retryAfter()).isNull();
    assertThat(refused.failure().charged()).isFalse();
    assertThat(refused.failure().remedy()).isNotEmpty();
    assertThat(ledger.all()).hasSize(1);
    assertThat(ledger.counted(limit, NOON)).isEqualTo(Money.usd("3.20"));
  }

  @Test
  void write_severalLimits_allHold() {
    var wide = total("100");
    var narrow = total("1");

    refused(SampleCharges.of(1, "2").intent(1), wide, narrow);
    refused(SampleCharges.of(1, "2").intent(1), narrow, wide);

    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void write_openRecords_countWithWhatTheyReserve() {
    write(SampleCharges.of(1, "1").intent(1));
    write(SampleCharges.of(2, "1").submitted(1));
    write(SampleCharges.of(3, "1").unknown(1));

    refused(SampleCharges.of(4, "1").intent(1), total("3"));
    reserve(SampleCharges.of(4, "1").intent(1), total("4"));
  }

  @Test
  void write_endedRecords_countWithWhatTheySpent() {
    write(SampleCharges.of(1, "5").completed(1, Money.usd("1")));
    write(SampleCharges.of(2, "5").failed(1, Money.usd("2")));
    write(SampleCharges.of(3, "5").failed(1, null));

    refused(SampleCharges.of(4, "1").intent(1), total("3"));
    reserve(SampleCharges.of(4, "1").intent(1), total("4"));
  }

  @Test
  void write_failedWithoutCharge_freesTheAmountAtOnce() {
    reserve(SampleCharges.of(1, "5").intent(1), total("5"));
    refused(SampleCharges.of(2, "5").intent(1), total("5"));

    write(SampleCharges.of(1, "5").failed(2, null));

    reserve(SampleCharges.of(2, "5").intent(1), total("5"));
  }

  @Test
  void write_theRecordThatIsReplaced_doesNotCountTwice() {
    reserve(SampleCharges.of(1, "5").intent(1), total("5"));

    reserve(SampleCharges.of(1, "5").intent(2), total("5"));

    assertThat(ledger.counted(total("5"), NOON)).isEqualTo(Money.usd("5"));
  }

  @Test
  void write_earlierChargesOfAStep_countForWhoCausedThem() {
    var bob = new Payer("bob", "autumn", "render-2");
    write(SampleCharges.of(1, "3").failed(1, Money.usd("3")));
    var earlier = List.of(new Charge(ANN, NOON, Money.usd("3")));

    reserve(
        SampleCharges.of(1, "3").of(bob).intent(2, earlier),
        total("6"),
        new SpendLimit(Scope.OWNER, "bob", Set.of(), Money.usd("3"), null, false));

    assertThat(ledger.counted(of(Scope.OWNER, "ann"), NOON)).isEqualTo(Money.usd("3"));
    assertThat(ledger.counted(of(Scope.OWNER, "bob"), NOON)).isEqualTo(Money.usd("3"));
    refused(SampleCharges.of(2, "0.01").intent(1), total("6"));
  }

  @Test
  void write_scopesAndProviders_onlyTheirOwnCounts() {
    var bob = new Payer("bob", "autumn", "render-2");
    write(SampleCharges.of(1, "5").intent(1));
    write(SampleCharges.of(2, "5").with("d-id").of(bob).intent(1));

    assertThat(ledger.counted(of(Scope.RENDER, "render-1"), NOON)).isEqualTo(Money.usd("5"));
    assertThat(ledger.counted(of(Scope.PROJECT, "bob/autumn"), NOON)).isEqualTo(Money.usd("5"));
    assertThat(ledger.counted(of(Scope.OWNER, "nobody"), NOON)).isEqualTo(Money.usd("0"));
    assertThat(ledger.counted(of(Scope.LEDGER, ""), NOON)).isEqualTo(Money.usd("10"));
    var google = Budget.googleTier1().limits().get(0);
    assertThat(ledger.counted(google, NOON)).isEqualTo(Money.usd("5"));
    refused(SampleCharges.of(3, "6").intent(1), google);
    reserve(SampleCharges.of(3, "6").with("d-id").intent(1), google);
  }

  @Test
  void write_projectsOfOneName_belongToTheirOwners() {
    var bob = new Payer("bob", "spring", "render-2");
    var nobody = new Payer("", "spring", "render-3");
    var project = Budget.perProject(Money.usd("5")).limits().get(0);
    var anns = project.of(ANN.subject(Scope.PROJECT));
    reserve(SampleCharges.of(1, "5").intent(1), anns);

    reserve(SampleCharges.of(2, "5").of(bob).intent(1), project.of(bob.subject(Scope.PROJECT)));
    reserve(SampleCharges.of(3, "5").of(nobody).intent(1), of(Scope.PROJECT, "spring"), anns);

    refused(SampleCharges.of(4, "1").intent(1), anns);
    assertThat(ledger.counted(of(Scope.PROJECT, "bob/spring"), NOON)).isEqualTo(Money.usd("5"));
    assertThat(ledger.counted(of(Scope.PROJECT, "spring"), NOON)).isEqualTo(Money.usd("5"));
  }

  @Test
  void write_windowIsFull_saysWhenEnoughFallsOutOfIt() {
    var limit = Budget.total(Money.usd("10"), TEN_MINUTES).limits().get(0);
    reserve(SampleCharges.of(1, "4").intent(1), limit);
    reserve(SampleCharges.of(2, "4").at(NOON.plusSeconds(60)).intent(1), limit);
    var later = SampleCharges.of(3, "6").at(NOON.plusSeconds(120));

    var refused = refused(later.intent(1), limit);
    assertThat(refused.failure().retryAfter()).isEqualTo(Duration.ofMinutes(8));
    assertThat(refused).hasMessageContaining("USD 10.00 in any 10 minutes");
    var more = refused(later.priced(Money.usd("8")).intent(1), limit);
    assertThat(more.failure().retryAfter()).isEqualTo(Duration.ofMinutes(9));
    var tooMuch = refused(later.priced(Money.usd("10.01")).intent(1), limit);
    assertThat(tooMuch.failure().retryAfter()).isNull();

    refused(later.at(NOON.plusSeconds(599)).intent(1), limit);
    reserve(later.at(NOON.plusSeconds(600)).intent(1), limit);
  }

  @Test
  void write_unknownPriceOrOtherCurrency_isRefusedUnlessTheLimitAllowsIt() {
    var strict = total("100");
    var lenient = Budget.total(Money.usd("100")).allowUnpriced().limits().get(0);
    for (var price : new Money[] {null, EURO}) {
      var record = SampleCharges.of(price == null ? 1 : 2, "1").priced(price).intent(1);

      assertThat(refused(record, strict)).hasMessageContaining("video");
      refused(record, lenient, strict);
      reserve(record, lenient);
    }
    assertThat(ledger.counted(strict, NOON)).isEqualTo(Money.usd("0"));
    reserve(SampleCharges.of(3, "1").priced(null).intent(1));
    reserve(
        SampleCharges.of(4, "1").priced(null).with("d-id").intent(1),
        Budget.googleTier1().limits().get(0));
  }

  @Test
  void write_recordThatReservesNothing_isNeverRefused() {
    var paid = SampleCharges.of(1, "5").completed(1, Money.usd("5"));

    assertThatCode(() -> ledger.write(paid, List.of(total("1")))).doesNotThrowAnyException();

    assertThat(ledger.counted(total("1"), NOON)).isEqualTo(Money.usd("5"));
  }

  @Test
  void write_manyThreadsUnderOneLimit_exactlyAsManyAsFitSucceed() throws Exception {
    var next = new AtomicInteger();
    var won = new AtomicInteger();

    inParallel(
        () -> {
          for (int i = 0; i < 25; i++) {
            try {
              var record = SampleCharges.of(next.incrementAndGet(), "0.40").intent(1);
              ledger.write(record, List.of(total("10"), of(Scope.OWNER, "ann")));
              won.incrementAndGet();
            } catch (VidgenException e) {
              assertThat(e.kind()).isEqualTo(FailureKind.OVER_BUDGET);
            }
          }
          return null;
        });

    assertThat(won).hasValue(25);
    assertThat(ledger.all()).hasSize(25);
    assertThat(ledger.counted(total("10"), NOON)).isEqualTo(Money.usd("10"));
  }

  @Test
  void counted_afterReopening_isTheSame() throws Exception {
    if (!ledger.isDurable()) {
      return;
    }
    write(SampleCharges.of(1, "1").intent(1));
    write(SampleCharges.of(2, "5").completed(1, Money.usd("2")));
    write(SampleCharges.of(2, "5").intent(2, List.of(new Charge(ANN, NOON, Money.usd("2")))));
    ledger.close();

    ledger = open(place);

    assertThat(ledger.counted(of(Scope.OWNER, "ann"), NOON)).isEqualTo(Money.usd("8"));
    refused(SampleCharges.of(3, "1").intent(1), total("8"));
  }

  private void write(StepRecord record) {
    ledger.write(record);
  }

  private void reserve(StepRecord record, SpendLimit... limits) {
    ledger.write(record, List.of(limits));
  }

  private VidgenException refused(StepRecord record, SpendLimit... limits) {
    var e =
        catchThrowableOfType(VidgenException.class, () -> ledger.write(record, List.of(limits)));
    assertThat(e).as("not refused").isNotNull();
    assertThat(e.kind()).isEqualTo(FailureKind.OVER_BUDGET);
    return e;
  }

  private static SpendLimit total(String most) {
    return Budget.total(Money.usd(most)).limits().get(0);
  }

  private static SpendLimit of(Scope scope, String subject) {
    return new SpendLimit(scope, subject, Set.of(), Money.usd("1000"), null, false);
  }

  static void inParallel(Callable<?> work) throws Exception {
    var pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (var done : pool.invokeAll(List.copyOf(Collections.nCopies(THREADS, work)))) {
        done.get(100, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
