package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.time.Duration;
import java.time.Instant;

/** A talk or clip as {@code GET} and the webhook show it. */
final class VideoJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration VALIDITY = Duration.ofHours(24);

  private VideoJson() {}

  static ObjectNode of(VideoJob job, String state, Instant now, Studio studio, Account account) {
    var order = job.order();
    var kind = order.kind();
    var node = JSON.createObjectNode();
    node.put("id", job.id()).put("object", kind.object);
    node.put(kind.ownerField, Account.OWNER).put("created_by", Account.OWNER);
    node.put("created_at", job.createdAt().toString());
    if (!state.equals("created")) {
      node.put("started_at", job.startedAt().toString());
    }
    boolean over = !state.equals("created") && !state.equals("started");
    node.put(
        "modified_at",
        (over ? job.due() : state.equals("created") ? job.createdAt() : job.startedAt())
            .toString());
    node.put("status", state);
    if (kind == VideoKind.TALK) {
      node.put("source_url", order.face());
    } else {
      node.put("presenter_id", order.face());
      node.put("driver_id", order.driver() == null ? Presenters.DRIVER : order.driver());
    }
    var config = order.config().deepCopy();
    // the service shows the extension with its dot, whatever its document says
    node.set("config", config.put("result_format", "." + order.format()));
    node.put("subtitles", false);
    put(node, "user_data", order.userData());
    put(node, "name", order.name());
    put(node, "webhook", order.webhook());
    var bucket = "d-id-" + kind.collection + "-prod/" + Account.OWNER + "/" + job.id() + "/";
    switch (state) {
      case "created", "started" ->
          node.put("pending_url", "s3://" + bucket + "video." + order.format());
      case "done" -> done(node, job, bucket, studio);
      case "error" ->
          node.set(
              "error",
              kind == VideoKind.TALK
                  ? DidErrors.node("FaceError", "face not detected")
                  : DidErrors.node("UnknownError", "an unknown error occurred"));
      default -> {}
    }
    return node;
  }

  private static void put(
      ObjectNode node, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private static void done(ObjectNode node, VideoJob job, String bucket, Studio studio) {
    var order = job.order();
    var file = job.video().join();
    var type =
        switch (order.format()) {
          case "mov" -> "video/quicktime";
          case "webm" -> "video/webm";
          default -> "video/mp4";
        };
    node.put(
        "result_url",
        studio
            .results()
            .address(
                Vendor.DID, file, bucket + "video." + order.format(), type, VALIDITY, job.fate()));
    double seconds = VideoMaker.seconds(job, studio);
    node.put("duration", Math.round(seconds * 1000) / 1000.0);
    var metadata = node.putObject("metadata");
    metadata.put("num_faces", 1).put("num_frames", Math.round(seconds * 25));
    metadata.putArray("resolution").add(VideoMaker.WIDTH).add(VideoMaker.HEIGHT);
    metadata.put("processing_fps", 25.0).put("size_kib", file.toFile().length() / 1024.0);
    if (order.kind() == VideoKind.CLIP) {
      node.put("completed_at", job.due().toString());
    }
  }
}
