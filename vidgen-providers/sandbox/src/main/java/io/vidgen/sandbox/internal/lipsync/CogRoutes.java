package io.vidgen.sandbox.internal.lipsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Cog with a Wav2Lip model in it, below {@code /cog}: one prediction at a time, else 409. */
final class CogRoutes {
  private static final long MOST = 512L << 20;

  private final LipSyncStage stage;
  private final Semaphore place = new Semaphore(1);

  CogRoutes(LipSyncStage stage) {
    this.stage = stage;
  }

  List<Route> routes() {
    return List.of(
        Route.of(
                "POST",
                "/cog/predictions",
                "Predict",
                call -> predict(call, UUID.randomUUID().toString()))
            .limit(MOST),
        Route.of("PUT", "/cog/predictions/{id}", "Predict", call -> predict(call, call.param("id")))
            .limit(MOST),
        Route.of("POST", "/cog/predictions/{id}/cancel", "Cancel", call -> Reply.empty(404)),
        Route.of("GET", "/cog/health-check", "HealthCheck", this::health));
  }

  /** Always 200: the state is in the body. */
  private Reply health(Call call) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("status", place.availablePermits() > 0 ? "READY" : "BUSY");
    body.putObject("setup").put("status", "succeeded");
    return Reply.json(200, body);
  }

  private Reply predict(Call call, String id) throws IOException, InterruptedException {
    var body = call.json().orElse(null);
    if (body == null || !body.path("input").isObject()) {
      return LipSyncErrors.missing("input");
    }
    var input = body.path("input");
    for (var name : List.of("face", "audio")) {
      if (!input.path(name).isTextual()) {
        return LipSyncErrors.missing(name);
      }
    }
    if (!place.tryAcquire()) {
      return LipSyncErrors.detail(409, "Already running a prediction");
    }
    try {
      var state = JsonNodeFactory.instance.objectNode().put("id", id);
      if (call.header("prefer").orElse("").contains("respond-async")) {
        return Reply.json(202, state.put("status", "processing"));
      }
      return Reply.json(200, run(call, input, state));
    } finally {
      place.release();
    }
  }

  private ObjectNode run(Call call, JsonNode input, ObjectNode state)
      throws IOException, InterruptedException {
    try {
      var video =
          stage.make(
              file(call, input.path("face").asText(), "in-face"),
              file(call, input.path("audio").asText(), "in-audio"),
              1);
      var data = Base64.getEncoder().encodeToString(Files.readAllBytes(video));
      return state.put("status", "succeeded").put("output", "data:video/mp4;base64," + data);
    } catch (LipSyncStage.NoFaceException | IOException | IllegalArgumentException e) {
      return state.put("status", "failed").put("error", e.getMessage()).putNull("output");
    }
  }

  private static Path file(Call call, String address, String name) throws IOException {
    int comma = address.indexOf(',');
    if (!address.startsWith("data:") || comma < 0) {
      throw new IOException("the sandbox fetches no files from elsewhere");
    }
    return Files.write(
        call.directory().resolve(name), Base64.getDecoder().decode(address.substring(comma + 1)));
  }
}
