package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Veo takes through the platform, once known as Vertex AI.
 *
 * @see <a
 *     href="https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/veo/3-1-generate">
 *     Veo 3.1 (read 2026-10)</a>
 */
final class PlatformVideoRules {
  private static final Set<String> INSTANCE =
      Set.of("prompt", "image", "lastFrame", "referenceImages", "video", "mask");
  private static final Set<String> PARAMETERS =
      Set.of(
          "durationSeconds",
          "aspectRatio",
          "resolution",
          "personGeneration",
          "enhancePrompt",
          "negativePrompt",
          "sampleCount",
          "storageUri",
          "seed",
          "generateAudio",
          "compressionQuality",
          "resizeMode",
          "fps",
          "pubsubTopic");
  private static final Set<String> PERSONS =
      Set.of("allow_adult", "disallow", "dont_allow", "allow_all");
  private static final int LONGEST_INPUT = 30;
  private static final int MOST_AT_ONCE = 4;
  private static final long LARGEST_SEED = 4_294_967_295L;

  private final VeoShelf shelf;
  private final Path directory;

  PlatformVideoRules(VeoShelf shelf, Path directory) {
    this.shelf = shelf;
    this.directory = directory;
  }

  VeoOrder read(Model model, @Nullable JsonNode json) throws Refusal, IOException {
    var body = VeoBody.of(json, directory);
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
        || body.has("mask")) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    checkNumbers(body.parameters());
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
    if (!PERSONS.contains(parameters.path("personGeneration").asText("allow_adult"))) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
  }

  private VeoFile before(VeoBody body, String ratio, String resolution) throws Refusal {
    var video = body.video();
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
