package io.vidgen.spi;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that does one kind of work. Implementations are safe for use by several threads; their
 * constructors connect to nothing. Everything here but {@link #work()} is cheap and pure, so that
 * planning spends nothing.
 *
 * @param <Q> what is asked; a record whose components are canonical (see {@link ProviderRequest})
 * @param <R> what comes back; a record of artifacts and plain values
 */
public interface Provider<Q extends ProviderRequest, R extends ProviderResult> {

  /**
   * Short, stable name, unique among providers of its kind, such as {@code elevenlabs}.
   *
   * @return lower-case letters, digits and hyphens
   */
  String id();

  /**
   * What exactly does the work: a model id, or the version of a local recipe. It is part of every
   * fingerprint, so a change of it makes a fresh result.
   *
   * @return the model or version, never blank
   */
  String model();

  /**
   * What it can do.
   *
   * @return its capabilities
   */
  Capabilities capabilities();

  /**
   * What it charges. Free by default.
   *
   * @return a dated card
   */
  default PriceCard priceCard() {
    return PriceCard.free();
  }

  /**
   * What this request will cost. By default free when the card is, and unknown otherwise.
   *
   * @param request a request
   * @return the price
   */
  default Price price(Q request) {
    return priceCard().isFree()
        ? Price.free()
        : new Price.Unknown("provider " + id() + " gives no estimate");
  }

  /**
   * What may be done when the outcome of a paid call is not known. The strictest by default.
   *
   * @return the safety of its submits
   */
  default SubmitSafety submitSafety() {
    return SubmitSafety.AT_MOST_ONCE;
  }

  /**
   * Checks a request against everything that is known without asking anybody. Languages, lengths
   * and formats of {@link #capabilities()} have been checked already.
   *
   * @param request a request
   * @return what is wrong, empty when it can be sent
   */
  default List<Problem> check(Q request) {
    return List.of();
  }

  /**
   * How long a request usually takes; weighs progress and plans.
   *
   * @param request a request
   * @return the time, at least a millisecond
   */
  default Duration expectedTime(Q request) {
    return Duration.ofSeconds(1);
  }

  /**
   * How long one call may take at most: the whole of a quick call, or one submit or one collect of
   * long-running work. It ends the call's {@link CallContext#timeLeft()}, so it has to leave room
   * for everything that the provider's own limits allow, waiting for a free place included. Polls
   * have a limit of their own, and the time that an operation takes between its calls is bounded by
   * {@link LongRunningWork#timeLimit()}.
   *
   * @param request a request
   * @return the limit, a second to a day, and taken as the nearest of these beyond; 10 minutes by
   *     default
   */
  default Duration callLimit(Q request) {
    return Duration.ofMinutes(10);
  }

  /**
   * With which account it works, so that all who use the account keep its limits together. None by
   * default, and for what runs on this machine: then nobody waits for a turn.
   *
   * @return the account; equal ids at each call
   */
  default Optional<ProviderAccount> account() {
    return Optional.empty();
  }

  /**
   * How the work is done.
   *
   * @return quick or long-running work
   */
  Work<Q, R> work();
}
