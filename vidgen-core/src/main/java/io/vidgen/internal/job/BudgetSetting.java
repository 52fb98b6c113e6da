package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Settings;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import java.util.Map;
import java.util.function.Consumer;

/** The budget that is set beside the code: {@code vidgen.budget}, in US dollars per render. */
public final class BudgetSetting {
  static final String NAME = "vidgen.budget";

  private BudgetSetting() {}

  /**
   * Reads it.
   *
   * @param options what the builder was told; wins over system property and environment variable
   * @param problems hears of a value that is no amount
   * @return a limit for each render; no limit when nothing is set
   */
  public static Budget read(Map<String, String> options, Consumer<Problem> problems) {
    var value = new Settings(options).value(NAME);
    try {
      return value.map(Money::usd).map(Budget::perRender).orElse(Budget.UNLIMITED);
    } catch (IllegalArgumentException e) {
      problems.accept(
          Problem.error(
              NAME,
              "is not an amount of US dollars: " + value.orElse(""),
              "set it to what one render may cost, such as 5.00, or to nothing"));
      return Budget.UNLIMITED;
    }
  }
}
