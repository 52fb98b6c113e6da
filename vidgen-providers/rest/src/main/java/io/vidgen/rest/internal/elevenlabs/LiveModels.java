package io.vidgen.rest.internal.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limit of the model, as the vendor's list says it, which moves. A key that may not see the
 * list, or a list that does not come, is no reason not to speak: then the table counts.
 */
final class LiveModels {
  private static final Logger LOG = LoggerFactory.getLogger(LiveModels.class);
  private static final long FRESH = Duration.ofHours(1).toNanos();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final VendorClient client;
  private final String model;
  private final ReentrantLock turn = new ReentrantLock();
  private boolean asked;
  private long since;
  private int limit;
  private boolean speaks = true;

  LiveModels(VendorClient client, String model) {
    this.client = client;
    this.model = model;
    this.limit = ModelTable.limit(model);
  }

  /**
   * Longest text of one call.
   *
   * @return characters
   * @throws VidgenException if the model does not speak, or the call was cancelled
   */
  int limit(CallContext context) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      if (!asked || System.nanoTime() - since > FRESH) {
        look(context);
      }
      if (!speaks) {
        throw VidgenException.of(
            FailureKind.INVALID_REQUEST,
            "model " + model + " is not for speech",
            "choose another as vidgen.elevenlabs.model");
      }
      return limit;
    } finally {
      turn.unlock();
    }
  }

  private void look(CallContext context) {
    try {
      read(client.ask(list(), context).json());
    } catch (VidgenException e) {
      if (e.kind() == FailureKind.CANCELLED || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      LOG.debug("The list of models did not come, known limits are used: {}", e.getMessage());
    }
    asked = true;
    since = System.nanoTime();
  }

  /** The call for the list, which is free. */
  static ApiCall list() {
    return ApiCall.get("v1", "models").limit(LIMIT).build();
  }

  private void read(JsonNode models) {
    for (var one : models) {
      if (Json.text(one, "model_id").orElse("").equals(model)) {
        speaks =
            !one.path("can_do_text_to_speech").isBoolean()
                || Json.isTrue(one, "can_do_text_to_speech");
        limit = limit(one).orElse(limit);
      }
    }
  }

  /** The smallest of the limits, since nobody knows here which plan it is. */
  static OptionalInt limit(JsonNode model) {
    int least = Integer.MAX_VALUE;
    for (var name :
        new String[] {
          "maximum_text_length_per_request",
          "max_characters_request_subscribed_user",
          "max_characters_request_free_user"
        }) {
      double value = Json.number(model, name).orElse(0.0);
      if (value >= 1) {
        least = (int) Math.min(least, value);
      }
    }
    return least == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(least);
  }
}
