package io.vidgen.sandbox.internal.google;

import io.vidgen.spi.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each key may spend in any ten minutes. */
final class SpendLimit {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private record Spent(Instant at, BigDecimal amount) {}

  private final @Nullable BigDecimal limit;
  private final Map<Secret, Deque<Spent>> byKey = new HashMap<>();

  /** Null for no limit. */
  SpendLimit(@Nullable BigDecimal limit) {
    this.limit = limit;
  }

  /** Notes an amount, or says no when it would be too much. */
  synchronized void spend(Secret key, BigDecimal amount, Instant now) throws Refusal {
    if (limit == null) {
      return;
    }
    var spent = byKey.computeIfAbsent(key, k -> new ArrayDeque<>());
    while (!spent.isEmpty() && !now.isBefore(spent.getFirst().at().plus(WINDOW))) {
      spent.removeFirst();
    }
    var sum = spent.stream().map(Spent::amount).reduce(amount, BigDecimal::add);
    if (sum.compareTo(limit) > 0) {
      var wait =
          spent.isEmpty() ? WINDOW : Duration.between(now, spent.getFirst().at().plus(WINDOW));
      throw new Refusal(GoogleErrors.quota("spend_per_ten_minutes", (int) wait.toSeconds() + 1));
    }
    spent.addLast(new Spent(now, amount));
  }
}
