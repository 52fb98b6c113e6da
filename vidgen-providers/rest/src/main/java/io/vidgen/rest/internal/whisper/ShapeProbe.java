package io.vidgen.rest.internal.whisper;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.rest.internal.http.VendorClientBuilder;
import io.vidgen.spi.CallContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Finds out whose API a server of one's own speaks. All imitations of OpenAI list their models;
 * whisper.cpp does not know that path.
 */
final class ShapeProbe {
  private static final int NOT_FOUND = 404;

  private final Supplier<VendorClientBuilder> clients;
  private volatile ServerShape known;

  ShapeProbe(ServerShape configured, Supplier<VendorClientBuilder> clients) {
    this.known = configured;
    this.clients = clients;
  }

  ServerShape find(CallContext context) {
    var shape = known;
    if (shape == ServerShape.AUTO) {
      shape = ask(context);
      known = shape;
    }
    return shape;
  }

  private ServerShape ask(CallContext context) {
    var status = new AtomicInteger();
    VendorClient client =
        clients
            .get()
            .errors(
                error -> {
                  status.set(error.status());
                  return WhisperErrors.map(error);
                })
            .build();
    try {
      client.ask(ApiCall.get("v1", "models").answer(ApiCall.Answer.IGNORED).build(), context);
      return ServerShape.OPENAI;
    } catch (VidgenException e) {
      if (status.get() == NOT_FOUND) {
        return ServerShape.WHISPER_CPP;
      }
      // It is there and knows the path, but does not want to say.
      if (status.get() != 0 && e.kind() != FailureKind.UNAVAILABLE) {
        return ServerShape.OPENAI;
      }
      throw e;
    }
  }
}
