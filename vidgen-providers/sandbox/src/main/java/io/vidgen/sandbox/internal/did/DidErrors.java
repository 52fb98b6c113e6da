package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.server.Reply;

/** D-ID's error envelope, and that of the API gateway in front of it. */
final class DidErrors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DidErrors() {}

  static Reply of(int status, String kind, String description) {
    return Reply.json(status, node(kind, description));
  }

  static ObjectNode node(String kind, String description) {
    return JSON.createObjectNode().put("kind", kind).put("description", description);
  }

  static Reply gateway(int status, String message) {
    return Reply.json(status, JSON.createObjectNode().put("message", message));
  }
}
