package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.money.Money;
import io.vidgen.spi.CallContext;
import java.math.BigDecimal;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Adds up what the calls for one speech cost, and says the sum after each. */
final class Bill {
  private static final String COST = "character-cost";

  private final Prices prices;
  private final CallContext context;
  private @Nullable Money sum;
  private boolean unknown;

  Bill(Prices prices, CallContext context) {
    this.prices = prices;
    this.context = context;
  }

  /** Adds a part that was answered, whatever the answer is worth. */
  void spoken(Part part, Headers headers) {
    add(credits(headers).flatMap(prices::ofCredits).or(() -> prices.ofText(part.text())));
  }

  /** Adds an alignment. */
  void aligned(double seconds) {
    add(prices.ofAlignment(seconds));
  }

  private void add(Optional<Money> cost) {
    unknown = unknown || cost.isEmpty();
    if (!unknown) {
      var more = cost.orElseThrow();
      sum = sum == null ? more : sum.plus(more);
      context.charged(sum);
    }
  }

  private static Optional<BigDecimal> credits(Headers headers) {
    return Optional.ofNullable(headers.get(COST))
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?"))
        .map(BigDecimal::new);
  }
}
