package io.vidgen.internal.engine;

import io.vidgen.ledger.StepRecord;
import io.vidgen.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * What a planned step will, or may, spend.
 *
 * @param step its id in the plan
 * @param provider who gets it
 * @param price how much, not free
 * @param open the record of an attempt whose outcome is not known, for which money is reserved
 *     already; null when there is none
 */
public record Outlay(String step, String provider, Price price, @Nullable StepRecord open) {}
