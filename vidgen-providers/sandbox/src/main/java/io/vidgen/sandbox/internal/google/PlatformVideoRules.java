package io.vidgen.sandbox.internal.google;

import static com.fasterxml.jackson.databind.node.JsonNodeType.ARRAY;
import static com.fasterxml.jackson.databind.node.JsonNodeType.BOOLEAN;
import static com.fasterxml.jackson.databind.node.JsonNodeType.NUMBER;
import static com.fasterxml.jackson.databind.node.JsonNodeType.OBJECT;
import static com.fasterxml.jackson.databind.node.JsonNodeType.STRING;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Veo takes through the platform, once known as Vertex AI. Where pages contradict each other
 * the wider one is imitated, or the narrower one when it is strict.
 *
 * @see <a
 *     href="https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/veo/3-1-generate">
 *     Veo 3.1 (read 2026-10)</a>
 */
final class PlatformVideoRules {
  private static final Map<String, JsonNodeType> INSTANCE =
      Map.of(
          "prompt",
          STRING,
          "image",
          OBJECT,
          "lastFrame",
          OBJECT,
          "referenceImages",
          ARRAY,
          "video",
          OBJECT,
          "mask",
          OBJECT);
  private static final Map<String, JsonNodeType> PARAMETERS =
      Map.ofEntries(
          entry("durationSeconds", NUMBER),
          entry("aspectRatio", STRING),
          entry("resolution", STRING),
          entry("personGeneration", STRING),
          entry("enhancePrompt", BOOLEAN),
          entry("negativePrompt", STRING),
          entry("sampleCount", NUMBER),
          entry("storageUri", STRING),
          entry("seed", NUMBER),
          entry("generateAudio", BOOLEAN),
          entry("compressionQuality", STRING),
          entry("resizeMode", STRING),
          entry("fps", NUMBER),
          entry("pubsubTopic", STRING));
  private static final Set<String> VIDEO = Set.of("gcsUri", "bytesBase64Encoded", "mimeType");
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "compressionQuality", Set.of("optimized", "lossless", "OPTIMIZED", "LOSSLESS"),
          "resizeMode", Set.of("crop", "pad", "CROP", "PAD"));
  private static final Set<String> PERSONS =
      Set.of("allow_adult", "disallow", "dont_allow", "allow_all");
  private static final Set<String> PERSONS_WHEN_STRICT = Set.of("allow_adult", "disallow");
  private static final int LONGEST_INPUT = 30;
  private static final int MOST_AT_ONCE = 4;
  private static final long LARGEST_SEED = 4_294_967_295L;

  private final VeoShelf shelf;
  private final Path directory;
  private final boolean strict;

  PlatformVideoRules(VeoShelf shelf, Path directory, boolean strict) {
    this.shelf = shelf;
    this.directory = directory;
    this.strict = strict;
  }

  VeoOrder read(Model model, @Nullable JsonNode json) throws Refusal, IOException {
    var body = VeoBody.of(json, Map.of("labels", Message.named(Message.STRING)), directory);
    body.allow(INSTANCE, PARAMETERS);
    var prompt = body.prompt();
    var ratio = body.ratio();
    var resolution = body.resolution(model);
    int seconds = body.seconds();
    boolean references = body.has("referenceImages");
    boolean video = body.has("video");
    boolean pictures = body.has("image") || body.has("lastFrame");
    if ((references && (pictures || video || model.isLite() || seconds != 8))
        || (video && pictures)
        || (body.has("lastFrame") && !body.has("image"))
        || body.has("mask")
        || (strict && resolution.equals("4k"))) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    checkNumbers(body.parameters());
    checkWords(body.parameters());
    var before = video ? before(body, ratio, resolution) : null;
    var storage = body.parameters().path("storageUri").asText("");
    return new VeoOrder(
        model,
        prompt,
        video ? VeoOrder.EXTENSION : seconds,
        ratio,
        resolution,
        body.parameters().path("generateAudio").asBoolean(true),
        body.parameters().path("sampleCount").asInt(1),
        body.picture("image"),
        body.picture("lastFrame"),
        references ? body.references() : List.of(),
        before,
        storage.isEmpty() ? null : storage);
  }

  private static void checkNumbers(JsonNode parameters) throws Refusal {
    int count = parameters.path("sampleCount").asInt(1);
    long seed = parameters.path("seed").asLong(0);
    var storage = parameters.path("storageUri").asText("gs://");
    if (count < 1 || count > MOST_AT_ONCE) {
      throw new Refusal(GoogleErrors.invalid("sampleCount must be between 1 and 4."));
    }
    if (seed < 0 || seed > LARGEST_SEED) {
      throw new Refusal(GoogleErrors.invalid("seed must be between 0 and 4294967295."));
    }
    if (!storage.startsWith("gs://")) {
      throw new Refusal(GoogleErrors.invalid("storageUri must begin with gs://."));
    }
  }

  private void checkWords(JsonNode parameters) throws Refusal {
    var persons = strict ? PERSONS_WHEN_STRICT : PERSONS;
    if (!persons.contains(parameters.path("personGeneration").asText("allow_adult"))) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    for (var word : WORDS.entrySet()) {
      var asked = parameters.path(word.getKey());
      if (asked.isTextual() && !word.getValue().contains(asked.asText())) {
        throw new Refusal(
            GoogleErrors.wrongValue("parameters." + word.getKey(), "not a known word", asked));
      }
    }
  }

  private VeoFile before(VeoBody body, String ratio, String resolution) throws Refusal {
    var video = body.video();
    for (var names = video.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!VIDEO.contains(name)) {
        throw new Refusal(GoogleErrors.unsupported(name));
      }
    }
    var object = video.path("gcsUri").asText("");
    var file =
        object.isEmpty()
            ? shelf.findContent(VeoBody.decode(video.path("bytesBase64Encoded")))
            : shelf.findObject(object);
    if (!video.path("mimeType").asText("").equals("video/mp4") || file.isEmpty()) {
      throw new Refusal(GoogleErrors.invalid("Unable to process input video."));
    }
    var before = file.get();
    if (before.clip().seconds() > LONGEST_INPUT
        || !before.ratio().equals(ratio)
        || !before.resolution().equals(resolution)
        || before.sound() != body.parameters().path("generateAudio").asBoolean(true)) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    return before;
  }
}
