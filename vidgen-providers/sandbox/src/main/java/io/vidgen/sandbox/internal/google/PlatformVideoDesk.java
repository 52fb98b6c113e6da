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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;

/** Veo as the platform has it: submit, fetch; with a project, or in express mode without one. */
final class PlatformVideoDesk {
  static final String FETCH = "fetchPredictOperation";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST_BODY = 120L << 20;
  private static final String EXPRESS = "/v1beta1/publishers/google/models/{model}";
  private static final String PROJECT =
      "/v1beta1/projects/{project}/locations/{location}/publishers/google/models/{model}";
  private static final String RESPONSE =
      "type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse";

  private final Studio studio;
  private final VeoOperations operations;
  private final VeoShelf shelf;
  private final PlatformVideoRules rules;

  PlatformVideoDesk(Studio studio, VeoOperations operations, VeoShelf shelf) {
    this.studio = studio;
    this.operations = operations;
    this.shelf = shelf;
    this.rules = new PlatformVideoRules(shelf, studio.directory(), studio.strict());
  }

  List<Route> routes() {
    var submit = ":" + GeminiVideoDesk.SUBMIT;
    return List.of(
        Route.of(
                "POST",
                PROJECT + submit,
                GeminiVideoDesk.SUBMIT,
                call -> submit(call, call.param("project"), call.param("location")))
            .limit(LARGEST_BODY),
        Route.of(
                "POST",
                EXPRESS + submit,
                GeminiVideoDesk.SUBMIT,
                call -> submit(call, GoogleKeys.EXPRESS, Locations.VEO))
            .limit(LARGEST_BODY),
        Route.of("POST", PROJECT + ":" + FETCH, FETCH, this::fetch),
        Route.of("POST", EXPRESS + ":" + FETCH, FETCH, this::fetch));
  }

  private Reply submit(Call call, String project, String location) throws IOException {
    try {
      var id = call.param("model");
      Locations.require(location, Kind.VIDEO, id);
      var model = Models.require(id, Place.PLATFORM, Kind.VIDEO);
      operations.request(call, id);
      var order = rules.read(model, call.json().orElse(null));
      var name =
          "projects/"
              + project
              + "/locations/"
              + location
              + "/publishers/google/models/"
              + id
              + "/operations/"
              + uuid();
      operations.begin(call, name, order);
      boolean empty = call.quirk().filter(Ending.EMPTY_ANSWER::equals).isPresent();
      return Reply.json(
          200, empty ? JSON.createObjectNode() : JSON.createObjectNode().put("name", name));
    } catch (Refusal e) {
      return e.reply();
    }
  }

  private String uuid() {
    var hex = studio.dice().hexId("", 32);
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }

  private Reply fetch(Call call) throws IOException {
    var name = call.json().map(b -> b.path("operationName").asText("")).orElse("");
    var operation = operations.find(name, GoogleKeys.account(call));
    if (operation == null || !name.startsWith(resource(call) + "/operations/")) {
      return GoogleErrors.notFound("Operation " + name);
    }
    var node = JSON.createObjectNode().put("name", name);
    if (!operation.isDone(studio.clock().instant())) {
      return Reply.json(200, node);
    }
    node.put("done", true);
    var ending = operations.ending(operation);
    switch (ending.kind()) {
      case DELIVERED -> delivered(operation, node);
      case FILTERED ->
          response(node)
              .put("raiMediaFilteredCount", operation.order().count())
              .putArray("raiMediaFilteredReasons")
              .add(ending.message());
      case ERROR ->
          node.putObject("error").put("code", ending.code()).put("message", ending.message());
      default -> {}
    }
    return Reply.json(200, node);
  }

  /** The model's name, in the project of the path; in express mode there is one of its own. */
  private static String resource(Call call) {
    var path = call.path().substring("/v1beta1/".length());
    var resource = path.substring(0, path.lastIndexOf(':'));
    return resource.startsWith("projects/")
        ? resource
        : "projects/" + GoogleKeys.EXPRESS + "/locations/" + Locations.VEO + "/" + resource;
  }

  private static ObjectNode response(ObjectNode node) {
    return node.putObject("response").put("@type", RESPONSE);
  }

  private void delivered(VeoOperation operation, ObjectNode node) throws IOException {
    var response = response(node).put("raiMediaFilteredCount", 0);
    var videos = response.putArray("videos");
    var storage = operation.order().storage();
    int number = 0;
    for (VeoFile file : operations.files(operation)) {
      var video = videos.addObject();
      if (storage == null) {
        video.put("bytesBase64Encoded", content(file));
      } else {
        var folder = storage.endsWith("/") ? storage : storage + "/";
        var address = folder + id(operation) + "/sample_" + number++ + ".mp4";
        shelf.addObject(address, file);
        video.put("gcsUri", address);
      }
      video.put("mimeType", "video/mp4");
    }
  }

  private static String id(VeoOperation operation) {
    return operation.name().substring(operation.name().lastIndexOf('/') + 1);
  }

  private static String content(VeoFile file) throws IOException {
    boolean corrupt = file.fate().filter(f -> f == Fault.Fate.RESULT_CORRUPT).isPresent();
    var bytes =
        corrupt
            ? "this is no media file ".repeat(200).getBytes(StandardCharsets.UTF_8)
            : Files.readAllBytes(file.path());
    return Base64.getEncoder().encodeToString(bytes);
  }
}
