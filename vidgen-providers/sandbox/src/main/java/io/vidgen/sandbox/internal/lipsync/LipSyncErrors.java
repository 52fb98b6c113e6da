package io.vidgen.sandbox.internal.lipsync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vidgen.sandbox.internal.server.Reply;

/** Errors as FastAPI and Cog write them. */
final class LipSyncErrors {
  /** What Wav2Lip raises, word for word. */
  static final String NO_FACE =
      "Face not detected! Ensure the video contains a face in all the frames.";

  private LipSyncErrors() {}

  static Reply detail(int status, String detail) {
    return Reply.json(status, JsonNodeFactory.instance.objectNode().put("detail", detail));
  }

  static Reply missing(String field) {
    var body = JsonNodeFactory.instance.objectNode();
    var problem = body.putArray("detail").addObject();
    problem.put("type", "missing");
    problem.putArray("loc").add("body").add(field);
    problem.put("msg", "Field required");
    return Reply.json(422, body);
  }
}
