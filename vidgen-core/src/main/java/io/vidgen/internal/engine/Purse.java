package io.vidgen.internal.engine;

import io.vidgen.ledger.Payer;
import io.vidgen.money.SpendLimit;
import java.util.List;

/**
 * For whom a job works, and what it may spend.
 *
 * @param payer for whom
 * @param limits all limits that hold for it, with their subjects
 */
public record Purse(Payer payer, List<SpendLimit> limits) {
  /** For nobody in particular, without a limit. */
  public static final Purse OPEN = new Purse(Payer.NOBODY, List.of());

  /** Copies the list. */
  public Purse {
    limits = List.copyOf(limits);
  }
}
