package io.vidgen.sandbox.internal.lipsync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** A server around Wav2Lip as many are written: {@code POST /lipsync}, {@code GET /health}. */
final class FastApiRoutes {
  private static final long MOST = 512L << 20;

  private final LipSyncStage stage;

  FastApiRoutes(LipSyncStage stage) {
    this.stage = stage;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/lipsync", "LipSync", this::sync).limit(MOST),
        Route.of(
            "GET",
            "/health",
            "Health",
            call ->
                Reply.json(200, JsonNodeFactory.instance.objectNode().put("status", "healthy"))));
  }

  private Reply sync(Call call) throws IOException, InterruptedException {
    var form = call.multipart().orElse(null);
    if (form == null || form.part("video").isEmpty()) {
      return LipSyncErrors.missing("video");
    }
    if (form.part("audio").isEmpty()) {
      return LipSyncErrors.missing("audio");
    }
    int resize = Integer.parseInt(form.text("resize_factor").orElse("1"));
    try {
      var file =
          stage.make(
              form.part("video").orElseThrow().file(),
              form.part("audio").orElseThrow().file(),
              resize);
      return Reply.file(200, "video/mp4", file).header("X-Job-Id", UUID.randomUUID().toString());
    } catch (LipSyncStage.NoFaceException | IOException e) {
      return LipSyncErrors.detail(500, "Wav2Lip inference failed: " + e.getMessage());
    }
  }
}
