package io.vidgen.sandbox.internal.google;

import static com.fasterxml.jackson.databind.node.JsonNodeType.ARRAY;
import static com.fasterxml.jackson.databind.node.JsonNodeType.BOOLEAN;
import static com.fasterxml.jackson.databind.node.JsonNodeType.NUMBER;
import static com.fasterxml.jackson.databind.node.JsonNodeType.OBJECT;
import static com.fasterxml.jackson.databind.node.JsonNodeType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vidgen.sandbox.internal.media.PictureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an order: one instance and its parameters.
 *
 * @param instance what to show
 * @param parameters how
 * @param directory where its pictures are kept
 */
record VeoBody(JsonNode instance, JsonNode parameters, Path directory) {
  private static final int LARGEST_PICTURE = 20 << 20;
  private static final int MOST_TOKENS = 1024;
  private static final int MOST_REFERENCES = 3;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
  private static final Map<JsonNodeType, String> TYPES =
      Map.of(
          STRING,
          "a string",
          NUMBER,
          "an integer",
          BOOLEAN,
          "a boolean",
          OBJECT,
          "an object",
          ARRAY,
          "a list");
  private static final Map<String, JsonNodeType> PICTURE =
      Map.of("bytesBase64Encoded", STRING, "mimeType", STRING);
  private static final Map<String, JsonNodeType> REFERENCE =
      Map.of("image", OBJECT, "referenceType", STRING);

  /** As documented, and as Google's own clients write it. */
  private static final Set<String> ASSET = Set.of("asset", "ASSET");

  /**
   * Reads it.
   *
   * @param besides what the message has besides instances and parameters
   */
  static VeoBody of(@Nullable JsonNode body, Map<String, Message.Field> besides, Path directory)
      throws Refusal {
    if (body == null || !body.isObject()) {
      throw new Refusal(GoogleErrors.invalid("Invalid JSON payload received."));
    }
    var fields = new HashMap<>(besides);
    fields.put("instances", Message.many(Message.ANY));
    fields.put("parameters", Message.ANY);
    var message = new Message("PredictLongRunningRequest", fields).read(body, "");
    var instances = message.path("instances");
    var parameters = message.path("parameters");
    if (instances.size() != 1 || !instances.path(0).isObject()) {
      throw new Refusal(GoogleErrors.invalid("Exactly one instance is required."));
    }
    if (!parameters.isMissingNode() && !parameters.isObject()) {
      throw new Refusal(GoogleErrors.wrongValue("parameters", "an object", parameters));
    }
    return new VeoBody(instances.path(0), parameters, directory);
  }

  /** Fails at the first field that the model does not take, or takes in another type. */
  void allow(Map<String, JsonNodeType> inInstance, Map<String, JsonNodeType> inParameters)
      throws Refusal {
    allow(instance, "instances[0].", inInstance);
    allow(parameters, "parameters.", inParameters);
  }

  private static void allow(JsonNode node, String path, Map<String, JsonNodeType> allowed)
      throws Refusal {
    for (var entry : node.properties()) {
      var name = entry.getKey();
      var type = allowed.get(name);
      if (type == null) {
        throw new Refusal(GoogleErrors.unsupported(wireless(name)));
      }
      var value = entry.getValue();
      boolean isDigits =
          type == NUMBER && value.isTextual() && DIGITS.matcher(value.asText()).matches();
      boolean isPart = type == NUMBER && value.isNumber() && !value.canConvertToExactIntegral();
      if (!value.isNull() && !isDigits && (value.getNodeType() != type || isPart)) {
        throw new Refusal(
            GoogleErrors.wrongValue(path + name, TYPES.getOrDefault(type, "another type"), value));
      }
    }
  }

  /** Google speaks of fields as its clients call them. */
  private static String wireless(String name) {
    return name.equals("sampleCount") ? "numberOfVideos" : name;
  }

  String prompt() throws Refusal {
    var prompt = instance.path("prompt").asText("");
    if (prompt.isBlank() && !instance.has("image") && !instance.has("video")) {
      throw new Refusal(GoogleErrors.invalid("Prompt is required."));
    }
    if (TextTokens.count(prompt) > MOST_TOKENS) {
      throw new Refusal(
          GoogleErrors.invalid("The prompt exceeds the limit of " + MOST_TOKENS + " tokens."));
    }
    return prompt;
  }

  /** Seconds; numbers and texts with a number are both taken. */
  int seconds() throws Refusal {
    var node = parameters.path("durationSeconds");
    int seconds = node.isMissingNode() ? 8 : node.asInt(-1);
    if (seconds != 4 && seconds != 6 && seconds != 8) {
      throw new Refusal(
          GoogleErrors.invalid(
              "The number value for `durationSeconds` is out of bound. Please provide a value"
                  + " between 4 and 8, inclusive."));
    }
    return seconds;
  }

  String ratio() throws Refusal {
    return oneOf("aspectRatio", "16:9", "9:16");
  }

  String resolution(Model model) throws Refusal {
    var resolution = oneOf("resolution", "720p", "1080p", "4k");
    if (!model.prices().containsKey(resolution)) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    return resolution;
  }

  private String oneOf(String name, String... values) throws Refusal {
    var value = parameters.path(name).asText(values[0]);
    if (!List.of(values).contains(value)) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    return value;
  }

  boolean has(String name) {
    return instance.hasNonNull(name);
  }

  /** A picture of the instance, or null. */
  @Nullable Path picture(String name) throws Refusal, IOException {
    return has(name) ? picture(instance.path(name)) : null;
  }

  List<Path> references() throws Refusal, IOException {
    var list = instance.path("referenceImages");
    if (list.size() > MOST_REFERENCES) {
      throw new Refusal(GoogleErrors.unsupportedCase());
    }
    var pictures = new ArrayList<Path>();
    for (int i = 0; i < list.size(); i++) {
      var reference = list.path(i);
      var path = "instances[0].referenceImages[" + i + "]";
      if (!reference.isObject()) {
        throw new Refusal(GoogleErrors.wrongValue(path, "an object", reference));
      }
      allow(reference, path + ".", REFERENCE);
      if (!ASSET.contains(reference.path("referenceType").asText("asset"))) {
        throw new Refusal(GoogleErrors.unsupportedCase());
      }
      pictures.add(picture(reference.path("image")));
    }
    return pictures;
  }

  private Path picture(JsonNode node) throws Refusal, IOException {
    allow(node, "image.", PICTURE);
    var type = node.path("mimeType").asText("");
    if (!type.equals("image/png") && !type.equals("image/jpeg")) {
      throw new Refusal(GoogleErrors.invalid("Unsupported mime type `" + type + "`."));
    }
    byte[] bytes = decode(node.path("bytesBase64Encoded"));
    var extension = type.equals("image/png") ? "png" : "jpg";
    var file = kept(bytes, extension);
    var found = PictureFile.extension(file);
    if (bytes.length > LARGEST_PICTURE || found.filter(extension::equals).isEmpty()) {
      throw new Refusal(GoogleErrors.invalid("Unable to process input image."));
    }
    return file;
  }

  /** One file for each content, however often it is sent. */
  private Path kept(byte[] bytes, String extension) throws IOException {
    var file = directory.resolve("picture-" + VeoShelf.digest(bytes) + "." + extension);
    if (!Files.exists(file)) {
      var fresh = Files.createTempFile(directory, "picture", null);
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  static byte[] decode(JsonNode text) throws Refusal {
    try {
      return Base64.getDecoder().decode(text.asText(""));
    } catch (IllegalArgumentException e) {
      throw new Refusal(GoogleErrors.invalid("Base64 decoding failed."));
    }
  }

  /** The video to go on with; missing when there is none. */
  JsonNode video() {
    return has("video") ? instance.path("video") : MissingNode.getInstance();
  }
}
