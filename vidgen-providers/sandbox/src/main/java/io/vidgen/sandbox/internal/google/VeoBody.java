package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vidgen.sandbox.internal.media.PictureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
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
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int MOST_REFERENCES = 3;

  static VeoBody of(@Nullable JsonNode body, Path directory) throws Refusal {
    if (body == null || !body.isObject()) {
      throw new Refusal(GoogleErrors.invalid("Invalid JSON payload received."));
    }
    var instances = body.path("instances");
    if (instances.size() != 1 || !instances.path(0).isObject()) {
      throw new Refusal(GoogleErrors.invalid("Exactly one instance is required."));
    }
    return new VeoBody(instances.path(0), body.path("parameters"), directory);
  }

  /** Fails at the first field that the model does not take. */
  void allow(Set<String> inInstance, Set<String> inParameters) throws Refusal {
    refuseOthers(instance, inInstance);
    refuseOthers(parameters, inParameters);
  }

  private static void refuseOthers(JsonNode node, Set<String> allowed) throws Refusal {
    for (var names = node.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!allowed.contains(name)) {
        throw new Refusal(GoogleErrors.unsupported(wireless(name)));
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
    if (prompt.length() > MOST_TOKENS * CHARACTERS_PER_TOKEN) {
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
    for (JsonNode reference : list) {
      if (!reference.path("referenceType").asText("asset").equalsIgnoreCase("asset")) {
        throw new Refusal(GoogleErrors.unsupportedCase());
      }
      pictures.add(picture(reference.path("image")));
    }
    return pictures;
  }

  private Path picture(JsonNode node) throws Refusal, IOException {
    for (var names = node.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      if (!name.equals("bytesBase64Encoded") && !name.equals("mimeType")) {
        throw new Refusal(GoogleErrors.unsupported(name));
      }
    }
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
