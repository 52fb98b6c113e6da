package io.vidgen.ledger;

import io.vidgen.money.Money;
import java.time.Instant;

/**
 * What an attempt cost that was not the last of its step.
 *
 * @param payer for whom it was sent
 * @param at when it was announced
 * @param amount what it cost at most
 */
public record Charge(Payer payer, Instant at, Money amount) {}
