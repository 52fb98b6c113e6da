package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.google.Model.Kind;
import io.vidgen.sandbox.internal.google.Model.Place;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of 2026 and their prices. Those that were shut down are as unknown as those that never
 * were.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/pricing">Gemini API pricing (read
 *     2026-10-07)</a>
 */
final class Models {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Model> ALL =
      List.of(
          video("veo-3.1-generate-preview", Place.GEMINI, "0.40", "0.40", "0.60"),
          video("veo-3.1-fast-generate-preview", Place.GEMINI, "0.10", "0.12", "0.30"),
          video("veo-3.1-lite-generate-preview", Place.GEMINI, "0.05", "0.08"),
          video(
              "veo-3.1-generate-001",
              Place.PLATFORM,
              "0.40",
              "0.40",
              "0.60",
              "0.20",
              "0.20",
              "0.40"),
          video(
              "veo-3.1-fast-generate-001",
              Place.PLATFORM,
              "0.10",
              "0.12",
              "0.30",
              "0.08",
              "0.10",
              "0.25"),
          new Model(
              "veo-3.1-lite-generate-001",
              Kind.VIDEO,
              Place.PLATFORM,
              prices("720p 0.05 1080p 0.08 720p-silent 0.03 1080p-silent 0.05")),
          image("gemini-nano-banana-2.1", "1K 0.0336 2K 0.0504 4K 0.0756 in 1.50 out 7.50"),
          image("gemini-3.1-flash-image", "1K 0.067 2K 0.101 4K 0.151 in 0.50 out 3.00"),
          image("gemini-3.1-flash-lite-image", "1K 0.0336 in 0.25 out 1.50"),
          image("gemini-3-pro-image", "1K 0.134 2K 0.134 4K 0.24 in 2.00 out 12.00"),
          image("gemini-2.5-flash-image", "1K 0.039 in 0.30 out 2.50"),
          text("gemini-3.8-flash", Place.BOTH, "in 0.75 out 3.75"),
          text("gemini-3.5-flash", Place.BOTH, "in 1.50 out 9.00"),
          text("gemini-3.5-flash-lite", Place.BOTH, "in 0.30 out 2.50"),
          text("gemini-2.5-flash-lite", Place.BOTH, "in 0.10 out 0.40"),
          text("gemini-2.5-flash", Place.BOTH, "in 0.30 out 2.50"),
          text("gemini-3.1-pro-preview", Place.BOTH, "in 2.00 out 12.00"),
          text("gemini-4-argon", Place.PLATFORM, "in 2.00 out 12.00"));

  private Models() {}

  private static Model video(String id, Place place, String... prices) {
    var names = List.of("720p", "1080p", "4k", "720p-silent", "1080p-silent", "4k-silent");
    var map = new HashMap<String, BigDecimal>();
    for (int i = 0; i < prices.length; i++) {
      map.put(names.get(i), new BigDecimal(prices[i]));
    }
    return new Model(id, Kind.VIDEO, place, Map.copyOf(map));
  }

  private static Model image(String id, String prices) {
    return new Model(id, Kind.IMAGE, Place.BOTH, prices(prices));
  }

  private static Model text(String id, Place place, String prices) {
    return new Model(id, Kind.TEXT, place, prices(prices));
  }

  private static Map<String, BigDecimal> prices(String words) {
    var map = new HashMap<String, BigDecimal>();
    var parts = words.split(" ", -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      map.put(parts[i], new BigDecimal(parts[i + 1]));
    }
    return Map.copyOf(map);
  }

  /** Finds a model that an API has. */
  static Optional<Model> find(String id, Place place) {
    return ALL.stream().filter(m -> m.id().equals(id) && m.isAt(place)).findFirst();
  }

  /** Finds a model or says as Google does that there is none. */
  static Model require(String id, Place place, Kind kind) throws Refusal {
    return find(id, place)
        .filter(m -> m.kind() == kind)
        .orElseThrow(
            () ->
                new Refusal(
                    GoogleErrors.noModel(
                        id,
                        place == Place.GEMINI ? "v1beta" : "v1beta1",
                        kind == Kind.VIDEO ? "predictLongRunning" : "generateContent")));
  }

  /** Ids of the models for pictures. */
  static List<String> images() {
    return ALL.stream().filter(m -> m.kind() == Kind.IMAGE).map(Model::id).toList();
  }

  /** Answers for one model. */
  static Reply get(Call call) {
    var id = call.param("model");
    return find(id, Place.GEMINI)
        .map(model -> Reply.json(200, node(model)))
        .orElseGet(() -> GoogleErrors.noModel(id, "v1beta", "generateContent"));
  }

  /** Answers with all of them. */
  static Reply list(Call call) {
    var node = JSON.createObjectNode();
    var models = node.putArray("models");
    ALL.stream().filter(m -> m.isAt(Place.GEMINI)).forEach(m -> models.add(node(m)));
    return Reply.json(200, node);
  }

  /** Answers for one model of the platform. */
  static Reply getAtPlatform(Call call) {
    var id = call.param("model");
    return find(id, Place.PLATFORM)
        .map(
            m ->
                Reply.json(
                    200,
                    JSON.createObjectNode()
                        .put("name", "publishers/google/models/" + id)
                        .put("versionId", "default")))
        .orElseGet(() -> GoogleErrors.noModel(id, "v1beta1", "generateContent"));
  }

  private static ObjectNode node(Model model) {
    var node =
        JSON.createObjectNode()
            .put("name", "models/" + model.id())
            .put("version", "001")
            .put("displayName", model.id())
            .put("inputTokenLimit", model.kind() == Kind.VIDEO ? 1024 : 1_048_576)
            .put("outputTokenLimit", model.kind() == Kind.VIDEO ? 8192 : 65_536);
    node.putArray("supportedGenerationMethods").add(model.method());
    return node;
  }
}
