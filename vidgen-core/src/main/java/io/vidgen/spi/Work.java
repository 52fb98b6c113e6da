package io.vidgen.spi;

/**
 * How a provider does its work: in one call, or by an operation that runs elsewhere.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
public sealed interface Work<Q, R> permits QuickWork, LongRunningWork {}
