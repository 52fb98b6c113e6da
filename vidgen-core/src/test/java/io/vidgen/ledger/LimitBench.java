package io.vidgen.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a check of limits takes in a ledger of 100,000 records. */
@Tag("bench")
class LimitBench {
  private static final Logger LOG = LoggerFactory.getLogger(LimitBench.class);
  private static final int RECORDS = 100_000;
  private static final int CHECKS = 20_000;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void reserve_hundredThousandRecords_takesMicroseconds() {
    var index = new MoneyIndex();
    for (int i = 0; i < RECORDS; i++) {
      index.put(record(i));
    }
    var lasting =
        Budget.total(Money.usd("1000000"))
            .and(Budget.perOwner(Money.usd("1000000")))
            .and(Budget.perProject(Money.usd("1000000")))
            .and(Budget.googleTier3());
    measure("4 limits, a window of 10 minutes", index, lasting);
    measure("a window of a day", index, Budget.total(Money.usd("1000000"), Duration.ofDays(1)));
  }

  private static void measure(String what, MoneyIndex index, Budget budget) {
    int checks = what.contains("day") ? CHECKS / 200 : CHECKS;
    List<SpendLimit> limits = new ArrayList<>();
    for (var limit : budget.limits()) {
      limits.add(
          switch (limit.scope()) {
            case OWNER -> limit.of("owner-1");
            case PROJECT -> limit.of("project-1");
            default -> limit;
          });
    }
    for (int round = 0; round < 2; round++) {
      long began = System.nanoTime();
      for (int i = 0; i < checks; i++) {
        var next = record(RECORDS + i % 10);
        index.restore(next.fingerprint(), index.reserve(next, limits));
      }
      assertThat(index.sum(limits.get(0), BEGIN.plusSeconds(RECORDS)).amount()).isPositive();
      LOG.info("{}: {} us a check", what, (System.nanoTime() - began) / 1000.0 / checks);
    }
  }

  /** One each second, of 100 owners and 1,000 projects. */
  private static StepRecord record(int number) {
    var step = Steps.intent(number, 1);
    var at = BEGIN.plusSeconds(number);
    return new StepRecord(
        step.fingerprint(),
        step.slot(),
        step.kind(),
        "veo",
        step.model(),
        step.state(),
        1,
        step.attemptId(),
        1,
        null,
        null,
        List.of(),
        Money.usd("0.01"),
        null,
        false,
        null,
        new Payer("owner-" + number % 100, "project-" + number % 1_000, "render-" + number / 10),
        at,
        List.of(),
        at,
        null);
  }
}
