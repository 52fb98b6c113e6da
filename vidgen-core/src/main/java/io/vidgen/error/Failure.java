package io.vidgen.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure as data: what an exception carries and a ledger keeps. Never holds a secret.
 *
 * @param kind what kind of failure
 * @param message what happened, for a person
 * @param remedy what to do, for a person; empty when there is nothing
 * @param context where it happened
 * @param retryAfter how long the other side asked to wait, null when it did not say
 * @param charged whether money was spent on it, null when nobody knows
 */
public record Failure(
    FailureKind kind,
    String message,
    String remedy,
    FailureContext context,
    @Nullable Duration retryAfter,
    @Nullable Boolean charged) {

  /**
   * A failure that asked for no delay. It cost nothing if its kind is a refusal; of all others
   * nobody knows, and a paid call is not sent again until somebody says {@link #charged(Boolean)}.
   *
   * @param kind what kind of failure
   * @param message what happened
   * @param remedy what to do
   * @return the failure
   */
  public static Failure of(FailureKind kind, String message, String remedy) {
    var charged = kind.isRefusal() ? Boolean.FALSE : null;
    return new Failure(kind, message, remedy, FailureContext.NONE, null, charged);
  }

  /**
   * The same failure with a delay that the other side asked for.
   *
   * @param delay how long to wait
   * @return the new failure
   */
  public Failure retryAfter(Duration delay) {
    return new Failure(kind, message, remedy, context, delay, charged);
  }

  /**
   * The same failure with a word on whether it cost money.
   *
   * @param charged true, false, or null for unknown
   * @return the new failure
   */
  public Failure charged(@Nullable Boolean charged) {
    return new Failure(kind, message, remedy, context, retryAfter, charged);
  }

  /**
   * The same failure in a place.
   *
   * @param outer where it happened; parts that are known already stay
   * @return the new failure
   */
  public Failure in(FailureContext outer) {
    return new Failure(kind, message, remedy, context.within(outer), retryAfter, charged);
  }

  /**
   * One line for a person.
   *
   * @return place, message and remedy
   */
  public String describe() {
    var place = context.toString();
    return (place.isEmpty() ? "" : "[" + place + "] ")
        + message
        + (remedy.isEmpty() ? "" : " -> " + remedy);
  }
}
