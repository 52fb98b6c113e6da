package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.ledger.Ledgers;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.testkit.FakeVendor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that die while many renders spend one budget. */
@Timeout(300)
class BudgetKillTest {
  private static final BigDecimal PRICE = new BigDecimal("0.10");

  @TempDir Path place;
  private final Random random = new Random(20261121);

  @Test
  void render_killedWhileManySpendOneBudget_neverPassesIt() throws Exception {
    killAndSettle(12, Money.usd("0.70"), 2);
  }

  @Test
  @Tag("soak")
  @Timeout(1800)
  void render_killedManyTimes_neverPassesTheBudget() throws Exception {
    killAndSettle(200, Money.usd("12.50"), 40);
  }

  private void killAndSettle(int videos, Money budget, int kills) throws Exception {
    int killed = 0;
    for (int i = 0; i < kills; i++) {
      killed += killOnce(videos, budget, i) ? 1 : 0;
      assertNothingIsOver(budget);
    }
    settle(videos, budget);
    assertThat(killed).isPositive();
  }

  /** Returns whether it died before it was done. */
  private boolean killOnce(int videos, Money budget, int round) throws Exception {
    var child = start(videos, budget);
    // Purchases come first, so most are killed among them; each has longer than the one before.
    int last = 1 + random.nextInt(videos * (1 + round % 4));
    boolean done = false;
    try (var out = child.inputReader(StandardCharsets.UTF_8)) {
      for (int step = 0; step < last && !done; step++) {
        var line = out.readLine();
        assertThat(line).as(() -> "the child lives: " + read(errors())).isNotNull();
        done = line.equals("DONE");
      }
      child.destroyForcibly();
    }
    assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
    return !done;
  }

  /** What nobody knows counts as spent. */
  private void assertNothingIsOver(Money budget) {
    var charged = charged(FakeVendor.open(place.resolve("vendor")));
    try (var ledger = Ledgers.directory(place.resolve("ledger"))) {
      var counted = ledger.counted(Budget.total(budget).limits().get(0), Instant.now());
      assertThat(counted).as("in the ledger").isLessThanOrEqualTo(budget);
      assertThat(charged).as("at the vendor").isLessThanOrEqualTo(counted);
    }
  }

  private void settle(int videos, Money budget) {
    try (var child = new BudgetKillChild(place, budget, event -> {})) {
      child.render(videos);
      child.resolveAll();
      // What was freed by that is spent by the next.
      child.render(videos);
      assertThat(child.any().needsAttention()).isEmpty();

      var spending = child.any().spending();
      assertThat(spending.total().open()).isZero();
      assertThat(spending.total().spent()).containsExactly(charged(child)).containsExactly(budget);
      assertThat(spending.standings().get(0).left()).isEqualTo(Money.usd("0"));
      var requests = child.charges().stream().map(FakeVendor.Charge::request).toList();
      assertThat(new HashSet<>(requests)).as("none paid twice").hasSize(requests.size());
    }
  }

  private static Money charged(BudgetKillChild child) {
    return charged(child.charges());
  }

  private static Money charged(FakeVendor vendor) {
    return charged(vendor.charges());
  }

  private static Money charged(List<FakeVendor.Charge> charges) {
    return new Money(PRICE.multiply(BigDecimal.valueOf(charges.size())), Money.usd("0").currency());
  }

  private Path errors() {
    return place.resolve("errors.txt");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Process start(int videos, Money budget) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Djava.io.tmpdir=" + place,
            "-cp",
            System.getProperty("java.class.path"),
            BudgetKillChild.class.getName(),
            place.toString(),
            Integer.toString(videos),
            budget.amount().toPlainString())
        .redirectError(errors().toFile())
        .start();
  }
}
