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
 * @param known whether it is known what is asked for; else the price is one for something like it
 * @param open the record of an attempt whose outcome is not known, for which money is reserved
 *     already; null when there is none
 */
public record Outlay(
    String step, String provider, Price price, boolean known, @Nullable StepRecord open) {}
