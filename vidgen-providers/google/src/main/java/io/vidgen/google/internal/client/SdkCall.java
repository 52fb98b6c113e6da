package io.vidgen.google.internal.client;

import io.vidgen.spi.CallContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call of the SDK under way on this thread. */
final class SdkCall {
  private final String what;
  private final boolean paid;
  private final CallContext context;
  private final @Nullable Duration limit;
  private boolean sent;

  private SdkCall(String what, boolean paid, CallContext context, @Nullable Duration limit) {
    this.what = what;
    this.paid = paid;
    this.context = context;
    this.limit = limit;
  }

  /** A call that may cost money. */
  static SdkCall paid(String what, CallContext context, Duration limit) {
    return new SdkCall(what, true, context, limit);
  }

  /** A question, which may be asked again. */
  static SdkCall question(String what, CallContext context) {
    return new SdkCall(what, false, context, null);
  }

  String what() {
    return what;
  }

  boolean isPaid() {
    return paid;
  }

  CallContext context() {
    return context;
  }

  @Nullable Duration limit() {
    return limit;
  }

  /** Called before the request is handed on; a second one is refused. */
  void send() {
    if (sent) {
      throw new IllegalStateException("the SDK sends " + what + " a second time");
    }
    sent = true;
  }

  boolean isSent() {
    return sent;
  }
}
