package io.vidgen.google.flow;

import io.vidgen.sandbox.AskedRequest;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.util.List;

/** What one test bought and sent, by the sandbox's books: what there was before does not count. */
final class Account {
  static final String SUBMIT = "predictLongRunning";

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

  /** Clips that were paid for. */
  long clips() {
    return sandbox.charges().stream()
        .skip(charges)
        .filter(charge -> charge.vendor() == Vendor.GOOGLE)
        .filter(charge -> charge.operation().equals(SUBMIT) && charge.amount().signum() > 0)
        .count();
  }

  /** How often a clip was ordered, whatever came of it. */
  List<AskedRequest> submits() {
    return sandbox.requests().stream()
        .skip(requests)
        .filter(asked -> asked.operation().equals(SUBMIT))
        .toList();
  }
}
