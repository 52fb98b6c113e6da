package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.internal.google.Model.Kind;
import io.vidgen.sandbox.internal.google.Model.Place;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.io.IOException;
import java.util.List;

/** Veo as the Gemini API has it: submit, poll. */
final class GeminiVideoDesk {
  static final String SUBMIT = "predictLongRunning";
  static final String POLL = "getOperation";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST_BODY = 120L << 20;
  private static final String RESPONSE =
      "type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse";

  private final Studio studio;
  private final VeoOperations operations;
  private final GeminiVideoRules rules;

  GeminiVideoDesk(Studio studio, VeoOperations operations, VeoShelf shelf) {
    this.studio = studio;
    this.operations = operations;
    this.rules = new GeminiVideoRules(shelf, studio.directory(), studio.strict());
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/v1beta/models/{model}:predictLongRunning", SUBMIT, this::submit)
            .limit(LARGEST_BODY),
        Route.of("GET", "/v1beta/models/{model}/operations/{id}", POLL, this::poll));
  }

  private Reply submit(Call call) throws IOException {
    try {
      var model = Models.require(call.param("model"), Place.GEMINI, Kind.VIDEO);
      operations.request(call, model.id());
      var now = studio.clock().instant();
      var base = GoogleImitation.base(call);
      var order = rules.read(model, call.json().orElse(null), base, GoogleKeys.account(call), now);
      var name = "models/" + model.id() + "/operations/" + studio.dice().hexId("", 12);
      operations.begin(call, name, order);
      boolean empty = call.quirk().filter(Ending.EMPTY_ANSWER::equals).isPresent();
      return Reply.json(
          200, empty ? JSON.createObjectNode() : JSON.createObjectNode().put("name", name));
    } catch (Refusal e) {
      return e.reply();
    }
  }

  private Reply poll(Call call) {
    var name = "models/" + call.param("model") + "/operations/" + call.param("id");
    var operation = operations.find(name, GoogleKeys.account(call));
    if (operation == null) {
      return GoogleErrors.notFound("Operation " + name);
    }
    var node = JSON.createObjectNode().put("name", name);
    return Reply.json(
        200, operation.isDone(studio.clock().instant()) ? done(call, operation, node) : node);
  }

  private ObjectNode done(Call call, VeoOperation operation, ObjectNode node) {
    node.put("done", true);
    var ending = operations.ending(operation);
    switch (ending.kind()) {
      case DELIVERED -> delivered(call, operation, node);
      case FILTERED ->
          response(node)
              .put("raiMediaFilteredCount", 1)
              .putArray("raiMediaFilteredReasons")
              .add(ending.message());
      case ERROR ->
          node.putObject("error").put("code", ending.code()).put("message", ending.message());
      default -> {}
    }
    return node;
  }

  private static ObjectNode response(ObjectNode node) {
    return node.putObject("response").put("@type", RESPONSE).putObject("generateVideoResponse");
  }

  private void delivered(Call call, VeoOperation operation, ObjectNode node) {
    var samples = response(node).putArray("generatedSamples");
    for (VeoFile file : operations.files(operation)) {
      boolean forbidden = file.fate().filter(f -> f == Fault.Fate.RESULT_FORBIDDEN).isPresent();
      var address =
          forbidden
              ? studio.stranger() + file.id()
              : VeoShelf.address(GoogleImitation.base(call), file.id());
      samples.addObject().putObject("video").put("uri", address);
    }
  }
}
