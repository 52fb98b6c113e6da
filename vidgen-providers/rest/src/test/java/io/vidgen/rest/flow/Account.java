package io.vidgen.rest.flow;

import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.util.List;

/** What one test bought and sent, by the sandbox's books: what there was before does not count. */
final class Account {
  private static final List<String> SUBMITS = List.of("CreateTalk", "CreateClip");

  private final Sandbox sandbox;
  private final int charges;
  private final int requests;

  private Account(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.charges = sandbox.charges().size();
    this.requests = sandbox.requests().size();
  }

  static Account of(Sandbox sandbox) {
    return new Account(sandbox);
  }

  /** Purchases; what was given back does not undo them. */
  long bought(Vendor vendor) {
    return sandbox.charges().stream()
        .skip(charges)
        .filter(charge -> charge.vendor() == vendor && charge.amount().signum() > 0)
        .count();
  }

  /** How often an avatar was ordered, whatever came of it. */
  long submits() {
    return sandbox.requests().stream()
        .skip(requests)
        .filter(asked -> SUBMITS.contains(asked.operation()))
        .count();
  }

  long asked(String operation) {
    return sandbox.requests().stream()
        .skip(requests)
        .filter(asked -> asked.operation().equals(operation))
        .count();
  }
}
