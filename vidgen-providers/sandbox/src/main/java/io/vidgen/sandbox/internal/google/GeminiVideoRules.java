package io.vidgen.sandbox.internal.google;

import static com.fasterxml.jackson.databind.node.JsonNodeType.ARRAY;
import static com.fasterxml.jackson.databind.node.JsonNodeType.BOOLEAN;
import static com.fasterxml.jackson.databind.node.JsonNodeType.NUMBER;
import static com.fasterxml.jackson.databind.node.JsonNodeType.OBJECT;
import static com.fasterxml.jackson.databind.node.JsonNodeType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Veo takes through the Gemini API. Where reports contradict the documents, the documents are
 * imitated, or the reports when it is strict.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/video">Generate videos with Veo 3.1 (read
 *     2026-09-19)</a>
 */
final class GeminiVideoRules {
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
          OBJECT);
  private static final Map<String, JsonNodeType> PARAMETERS =
      Map.of(
          "durationSeconds",
          NUMBER,
          "aspectRatio",
          STRING,
          "resolution",
          STRING,
          "personGeneration",
          STRING,
          "enhancePrompt",
          BOOLEAN);
  private static final Message WEBHOOKS =
      new Message(
          "WebhookConfig",
          Map.of("uris", Message.many(Message.STRING), "userMetadata", Message.ANY));
  private static final Pattern ADDRESS =
      Pattern.compile(".*/v1beta/files/([a-z0-9]{1,40}):download\\?alt=media");
  private static final int LONGEST_INPUT = 141;
  private static final int MOST_EXTENSIONS = 20;

  private final VeoShelf shelf;
  private final Path directory;
  private final boolean strict;

  GeminiVideoRules(VeoShelf shelf, Path directory, boolean strict) {
    this.shelf = shelf;
    this.directory = directory;
    this.strict = strict;
  }

  /**
   * Reads an order, or refuses it.
   *
   * @param base address of the API
   * @param account whose order it is
   */
  VeoOrder read(Model model, @Nullable JsonNode json, String base, Secret account, Instant now)
      throws Refusal, IOException {
    var body = VeoBody.of(json, Map.of("webhookConfig", Message.one(() -> WEBHOOKS)), directory);
    var parameters = new HashMap<>(PARAMETERS);
    if (!model.isLite()) {
      parameters.put("negativePrompt", STRING);
    }
    body.allow(INSTANCE, parameters);
    var prompt = body.prompt();
    var ratio = body.ratio();
    var resolution = body.resolution(model);
    int seconds = body.seconds();
    checkMode(model, body, resolution, seconds);
    if (strict) {
      checkReports(model, body, ratio, resolution, seconds);
    }
    checkPersons(body);
    if (body.has("video")) {
      var before = before(body, base, account, ratio, now);
      return order(
          model, prompt, VeoOrder.EXTENSION, ratio, resolution, null, null, List.of(), before);
    }
    return order(
        model,
        prompt,
        seconds,
        ratio,
        resolution,
        body.picture("image"),
        body.picture("lastFrame"),
        body.references(),
        null);
  }

  private static VeoOrder order(
      Model model,
      String prompt,
      int seconds,
      String ratio,
      String resolution,
      @Nullable Path first,
      @Nullable Path last,
      List<Path> references,
      @Nullable VeoFile before) {
    return new VeoOrder(
        model, prompt, seconds, ratio, resolution, true, 1, first, last, references, before, null);
  }

  private static void checkMode(Model model, VeoBody body, String resolution, int seconds)
      throws Refusal {
    boolean references = body.has("referenceImages");
    boolean video = body.has("video");
    boolean pictures = body.has("image") || body.has("lastFrame");
    boolean wrongMix =
        (references && (pictures || video))
            || (video && pictures)
            || (body.has("lastFrame") && !body.has("image"));
    boolean onlyLong = references || video || !resolution.equals("720p");
    boolean notForLite = model.isLite() && (references || video);
    boolean tooSharp = video && !resolution.equals("720p");
    if (wrongMix || notForLite || tooSharp || (onlyLong && seconds != 8)) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
  }

  /** What is documented, or not said, and was refused to somebody. */
  private static void checkReports(
      Model model, VeoBody body, String ratio, String resolution, int seconds) throws Refusal {
    boolean references = body.has("referenceImages");
    boolean wide = ratio.equals("16:9");
    if (references && !body.parameters().path("negativePrompt").isMissingNode()) {
      throw new Refusal(GoogleErrors.unsupported("negativePrompt"));
    }
    if ((references && (model.isFast() || !wide || !resolution.equals("720p")))
        || (body.has("lastFrame") && seconds != 8)) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    if (body.has("video") && !wide) {
      throw new Refusal(
          GoogleErrors.invalid("Aspect ratio of the input video must be 16:9, but got: " + ratio));
    }
  }

  private static void checkPersons(VeoBody body) throws Refusal {
    var asked = body.parameters().path("personGeneration");
    if (asked.isMissingNode()) {
      return;
    }
    boolean shown = body.has("image") || body.has("referenceImages");
    var only = shown ? "allow_adult" : "allow_all";
    if (!asked.asText().equals(only)) {
      throw new Refusal(
          GoogleErrors.invalid(
              asked.asText() + " for personGeneration is currently not supported."));
    }
  }

  private VeoFile before(VeoBody body, String base, Secret account, String ratio, Instant now)
      throws Refusal {
    var video = body.video();
    for (var names = video.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!name.equals("uri")) {
        throw new Refusal(GoogleErrors.unsupported(name));
      }
    }
    var uri = video.path("uri").asText("");
    if (uri.isEmpty()) {
      throw new Refusal(GoogleErrors.invalid("Video URI not found in the request."));
    }
    var file = find(uri, base);
    if (file.isEmpty()) {
      throw new Refusal(
          GoogleErrors.invalid(
              "Input video must be a video that was generated by VEO that has been processed."));
    }
    var before = file.get();
    if (!before.isOf(account)) {
      throw new Refusal(GoogleErrors.forbiddenFile(before.id()));
    }
    if (before.isGone(now)) {
      throw new Refusal(GoogleErrors.notFound("File " + before.id()));
    }
    if (!before.ratio().equals(ratio)) {
      throw new Refusal(
          GoogleErrors.invalid(
              "Aspect ratio of the input video must be " + ratio + ", but got: " + before.ratio()));
    }
    if (!before.resolution().equals("720p")
        || before.clip().seconds() > LONGEST_INPUT
        || before.extensions() >= MOST_EXTENSIONS) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    return before;
  }

  private Optional<VeoFile> find(String uri, String base) {
    var matcher = ADDRESS.matcher(uri);
    return matcher.matches()
        ? shelf.find(matcher.group(1)).filter(f -> uri.equals(VeoShelf.address(base, f.id())))
        : Optional.empty();
  }
}
