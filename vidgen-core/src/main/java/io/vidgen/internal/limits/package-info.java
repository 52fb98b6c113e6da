/**
 * Turns of calls at vendors: limits of accounts, kept together by all pipelines of the JVM. {@code
 * Admission} of {@code internal.engine} asks {@link io.vidgen.internal.limits.Gates} for a {@code
 * Turn} before a step is launched, and gives it back when the call or its operation is over. Behind
 * that is one {@code AccountGate} for each account, from the {@code GateRegistry}: {@code
 * OwnerQueue} says whose turn it is, {@code MinuteWindow} counts requests, {@code Learned} finds
 * out what nobody documents. Nobody who waits holds a thread.
 */
@NullMarked
package io.vidgen.internal.limits;

import org.jspecify.annotations.NullMarked;
