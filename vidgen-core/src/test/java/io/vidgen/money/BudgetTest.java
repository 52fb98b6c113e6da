package io.vidgen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.money.SpendLimit.Scope;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Money FIVE = Money.usd("5");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void and_severalBudgets_holdsAllTheirLimitsOnce() {
    var budget = Budget.perRender(FIVE).and(Budget.perOwner(FIVE, DAY)).and(Budget.perRender(FIVE));

    assertThat(budget.limits())
        .containsExactly(
            new SpendLimit(Scope.RENDER, "", Set.of(), FIVE, null, false),
            new SpendLimit(Scope.OWNER, "", Set.of(), FIVE, DAY, false));
    assertThat(Budget.UNLIMITED.isUnlimited()).isTrue();
    assertThat(budget.isUnlimited()).isFalse();
  }

  @Test
  void allowUnpriced_limitsAddedLater_areStrict() {
    var budget = Budget.perRender(FIVE).allowUnpriced().and(Budget.total(FIVE));

    assertThat(budget.limits()).extracting(SpendLimit::allowsUnpriced).containsExactly(true, false);
  }

  @Test
  void googleTiers_areTenMinutesOfGooglesProviders() {
    assertThat(Budget.googleTier1())
        .hasToString("USD 10.00 in any 10 minutes with gemini, nano-banana, veo");
    assertThat(Budget.googleTier2().limits().get(0).most()).isEqualTo(Money.usd("50"));
    assertThat(Budget.googleTier3().limits().get(0).most()).isEqualTo(Money.usd("200"));
  }

  @Test
  void toString_limits_areInWords() {
    assertThat(Budget.UNLIMITED).hasToString("no limit");
    assertThat(Budget.perRender(FIVE).and(Budget.perProject(FIVE)))
        .hasToString("USD 5.00 for each render and USD 5.00 for each project");
    assertThat(Budget.perOwner(FIVE, DAY)).hasToString("USD 5.00 in any day for each owner");
    assertThat(Budget.total(FIVE, Duration.ofHours(36)))
        .hasToString("USD 5.00 in any 36 hours for everything");
    assertThat(Budget.perProject(FIVE).limits().get(0).of("x").describe())
        .isEqualTo("the budget of USD 5.00 for project 'x'");
  }

  @Test
  void window_notMoreThanZero_isRefused() {
    assertThatThrownBy(() -> Budget.total(FIVE, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("window");
    assertThatThrownBy(() -> Budget.UNLIMITED.andWindow(FIVE, DAY.negated(), "veo"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void limit_ofEverythingWithSubject_isRefused() {
    assertThatThrownBy(() -> new SpendLimit(Scope.LEDGER, "x", Set.of(), FIVE, null, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
  }
}
