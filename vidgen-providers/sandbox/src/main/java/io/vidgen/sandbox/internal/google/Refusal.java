package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.internal.server.Reply;

/** A request that Google does not accept. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  Refusal(Reply reply) {
    super("refused with " + reply.status(), null, false, false);
    this.reply = reply;
  }

  /** What is answered. */
  Reply reply() {
    return reply;
  }
}
