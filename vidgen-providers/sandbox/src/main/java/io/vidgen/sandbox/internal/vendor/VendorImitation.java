package io.vidgen.sandbox.internal.vendor;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Behaves like one vendor. Implementations take a {@link Studio} in their constructor, are listed
 * in {@link Imitations} and are called by many threads at once.
 */
public interface VendorImitation {

  /** Whom it imitates. */
  Vendor vendor();

  /** What it can do. The first route that fits a request answers it. */
  List<Route> routes();

  /**
   * Checks the credentials of a call before any route sees it.
   *
   * @return the vendor's refusal; empty when they are good
   */
  Optional<Reply> refuse(Call call);

  /** Lower-case names of the headers in which this vendor expects credentials. */
  Set<String> credentialHeaders();

  /** What the vendor answers for a path or method that it does not have. */
  Reply unknown(Call call);

  /**
   * Each error that the vendor can answer with, by a short unique name, in a stable order. Faults
   * refer to these names.
   */
  Map<String, Reply> errors();

  /** The vendor's 429; {@code Retry-After} is added to it by the server. */
  Reply rateLimited();

  /** The same where the vendor's body says when to come back, too. */
  default Reply rateLimited(Fault.RateLimited fault) {
    return rateLimited();
  }

  /** Names of the operations that a matrix of faults should cover. */
  List<String> mainOperations();

  /** Those of them that cost something or begin something that does. */
  default List<String> paidOperations() {
    return List.of();
  }

  /** What can go wrong with them after they were accepted. */
  default List<Fault> afterAcceptance() {
    return List.of();
  }

  /** What only this vendor does, by operation; a call is told in {@link Call#quirk()}. */
  default Map<String, List<String>> quirks() {
    return Map.of();
  }

  /** Waits until what is due by the clock can be collected; called after the clock was moved. */
  default void settle() {}

  /** Settings for whoever uses the sandbox, as environment variables. */
  default Map<String, String> environment(String baseUrl) {
    return Map.of();
  }
}
