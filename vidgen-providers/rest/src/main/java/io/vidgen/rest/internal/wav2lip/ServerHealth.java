package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import java.time.Duration;

/**
 * Asks whether a server is ready before files are sent to it. Cog answers 200 whatever its state
 * is; servers without such a path are taken to be ready.
 */
final class ServerHealth {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final VendorClient client;
  private final String path;

  ServerHealth(VendorClient client, String path) {
    this.client = client;
    this.path = path;
  }

  void require(CallContext context) {
    if (path.isBlank()) {
      return;
    }
    var call = ApiCall.get(ShapedCalls.segments(path)).answer(ApiCall.Answer.TEXT).build();
    String text;
    try {
      text = client.ask(call, context).text();
    } catch (VidgenException e) {
      if (e.kind() == FailureKind.INVALID_REQUEST || e.kind() == FailureKind.PROTOCOL) {
        return;
      }
      throw e;
    }
    switch (Json.text(Json.parseLeniently(text), "status").orElse("")) {
      case "STARTING" -> throw notNow("is starting", "wait until its model is loaded");
      case "BUSY" -> throw notNow("is busy", "it does one thing at a time");
      case "UNHEALTHY" -> throw notNow("is unhealthy", "look into its log");
      case "SETUP_FAILED" -> throw broken("could not load its model");
      case "DEFUNCT" -> throw broken("has broken down");
      default -> {}
    }
  }

  private static VidgenException notNow(String state, String remedy) {
    return new VidgenException(
        Failure.of(FailureKind.UNAVAILABLE, "the server " + state, remedy).retryAfter(SOON));
  }

  private static VidgenException broken(String state) {
    return VidgenException.of(
        FailureKind.UNAVAILABLE, "the server " + state, "look into its log and start it again");
  }
}
