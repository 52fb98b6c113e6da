package io.vidgen.internal.engine;

import io.vidgen.error.Problem;
import io.vidgen.ledger.StepRecord;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an attempt cost: what the vendor said, now or when it accepted the work; else the most that
 * it was to cost when it was sent, whatever prices say by now.
 */
final class ActualCost {
  private static final Logger LOG = LoggerFactory.getLogger(ActualCost.class);

  private final Step<?> step;
  private final @Nullable StepRecord last;
  private final @Nullable Money said;

  /**
   * The cost of an attempt.
   *
   * @param last its newest record, null when it was never announced
   * @param said what the vendor charged, null when it did not say
   */
  ActualCost(Step<?> step, @Nullable StepRecord last, @Nullable Money said) {
    this.step = step;
    this.last = last;
    boolean paid = last != null && Charges.isPaid(last);
    this.said = said != null && !paid && isUsable(said) ? said : null;
  }

  private boolean isUsable(Money said) {
    var most = step.most();
    var reserved = reserved();
    if ((most == null && reserved == null) || isIn(said, most) || isIn(said, reserved)) {
      return true;
    }
    LOG.debug(
        "{} says that it charged {}, which is another currency than that of its price and not booked",
        step.provider(),
        said);
    return false;
  }

  private static boolean isIn(Money said, @Nullable Money price) {
    return price != null && price.currency().equals(said.currency());
  }

  /** What is reserved for it since it was announced. */
  private @Nullable Money reserved() {
    return last != null && last.state().isOpen() ? last.reserved() : null;
  }

  /** For attempts without a result, of which no job tells. */
  void logExcess() {
    excess(step, price()).ifPresent(problem -> LOG.warn("{}", problem));
  }

  /** What is booked; null when nobody knows. */
  @Nullable Money amount() {
    var known = known();
    return known == null ? step.most() : known;
  }

  /** What stays reserved while nobody knows whether it was charged: what is most. */
  @Nullable Money reserve() {
    var reserved = reserved();
    return reserved == null
        ? amount()
        : Charges.larger(reserved, isIn(reserved, said) ? said : null);
  }

  /** What was paid now: nothing, when a file of a purchase was only fetched again. */
  Price price() {
    if (last != null && Charges.isPaid(last) && last.operation() != null) {
      return Price.free();
    }
    var known = known();
    return known == null ? step.price() : Price.exactly(known);
  }

  /** What the vendor said, maybe when it accepted the work, or a price that is no more. */
  private @Nullable Money known() {
    var reserved = reserved();
    return said != null || reserved == null || reserved.equals(step.most()) ? said : reserved;
  }

  /** What to say when a step cost more than it was to cost at most. */
  static Optional<Problem> excess(Step<?> step, Price cost) {
    var most = step.most();
    if (most == null
        || !(cost instanceof Price.Range paid)
        || !paid.high().currency().equals(most.currency())
        || paid.high().compareTo(most) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.warning(
            step.key().id(),
            step.provider() + " charged " + paid.high() + ", and plans say " + most + " at most",
            "look at the bill; newer prices can be given by VideoPipelineBuilder.prices(...)"));
  }
}
