package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.LITE;
import static io.vidgen.sandbox.internal.google.GoogleClient.VEO;
import static io.vidgen.sandbox.internal.google.GoogleClient.body;
import static io.vidgen.sandbox.internal.google.GoogleClient.instance;
import static io.vidgen.sandbox.internal.google.GoogleClient.picture;
import static io.vidgen.sandbox.internal.google.GoogleClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.google.Model.Place;
import io.vidgen.sandbox.internal.media.SceneClips;
import io.vidgen.spi.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the matrix: what Veo takes through the Gemini API, and how it says no. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VeoRulesTest {
  private static final String UNSUPPORTED = "Your use case is currently not supported.";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Secret OWNER = Secret.of("sandbox-google");
  private static final String BASE = "http://127.0.0.1:1/google";

  private Sandbox sandbox;
  private GoogleClient google;

  @BeforeAll
  void start() {
    sandbox = Sandbox.builder().virtualTime(NOW).start();
    google = new GoogleClient(sandbox);
    // what is accepted need not be made
    sandbox.inject(
        FaultRule.always(
            Vendor.GOOGLE, "predictLongRunning", new Fault.Doomed(Fault.Fate.NEVER_DONE)));
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  private void accepted(String model, ObjectNode body) throws Exception {
    var answer = google.submit(model, body);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
  }

  private void refused(String model, ObjectNode body, String message) throws Exception {
    var answer = google.submit(model, body);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(400);
    assertThat(text(answer)).contains("INVALID_ARGUMENT").contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|yes|yes",
        "{'durationSeconds':4}|yes|yes",
        "{'durationSeconds':'6'}|yes|yes",
        "{'durationSeconds':5}|out of bound|out of bound",
        "{'durationSeconds':7}|out of bound|out of bound",
        "{'aspectRatio':'9:16'}|yes|yes",
        "{'aspectRatio':'1:1'}|use case|use case",
        "{'resolution':'720p'}|yes|yes",
        "{'resolution':'1080p'}|yes|yes",
        "{'resolution':'1080p','durationSeconds':4}|use case|use case",
        "{'resolution':'4k'}|yes|use case",
        "{'resolution':'480p'}|use case|use case",
        "{'negativePrompt':'rain'}|yes|`negativePrompt` isn't supported",
        "{'enhancePrompt':true}|yes|yes",
        "{'personGeneration':'allow_all'}|yes|yes",
        "{'personGeneration':'allow_adult'}|allow_adult for personGeneration|allow_adult for person",
        "{'personGeneration':'dont_allow'}|dont_allow for personGeneration|dont_allow for person",
        "{'generateAudio':true}|`generateAudio` isn't supported|`generateAudio` isn't supported",
        "{'sampleCount':1}|`numberOfVideos` isn't supported|`numberOfVideos` isn't supported",
        "{'seed':7}|`seed` isn't supported|`seed` isn't supported",
        "{'storageUri':'gs://b'}|`storageUri` isn't supported|`storageUri` isn't supported"
      })
  void parameters_areTakenOrRefused(String parameters, String standard, String lite)
      throws Exception {
    for (var row : List.of(List.of(VEO, standard), List.of(LITE, lite))) {
      if (row.get(1).equals("yes")) {
        accepted(row.get(0), body("A lake", parameters));
      } else {
        refused(row.get(0), body("A lake", parameters), row.get(1));
      }
    }
  }

  private ObjectNode withFrames(String parameters, String... names) throws Exception {
    var body = body("Mia walks", parameters);
    for (String name : names) {
      instance(body).set(name, picture(GoogleClient.character(0xCC2020)));
    }
    return body;
  }

  private ObjectNode withReferences(int count, String parameters) throws Exception {
    var body = body("Mia walks", parameters);
    var list = instance(body).putArray("referenceImages");
    for (int i = 0; i < count; i++) {
      var one = list.addObject().put("referenceType", "asset");
      one.set("image", picture(GoogleClient.character(0xCC2020)));
    }
    return body;
  }

  @Test
  void frames_needEachOtherAndAdults() throws Exception {
    accepted(VEO, withFrames("{'durationSeconds':4}", "image"));
    accepted(LITE, withFrames("{'personGeneration':'allow_adult'}", "image"));
    accepted(VEO, withFrames("{}", "image", "lastFrame"));
    accepted(VEO, withFrames("{'durationSeconds':4}", "image", "lastFrame"));
    refused(VEO, withFrames("{}", "lastFrame"), UNSUPPORTED);
    refused(VEO, withFrames("{'personGeneration':'allow_all'}", "image"), "allow_all for person");
  }

  @Test
  void references_areThreeAtMostForEightSecondsAndNotForLite() throws Exception {
    accepted(VEO, withReferences(1, "{}"));
    accepted("veo-3.1-fast-generate-preview", withReferences(3, "{'aspectRatio':'9:16'}"));
    refused(VEO, withReferences(4, "{}"), UNSUPPORTED);
    refused(VEO, withReferences(1, "{'durationSeconds':6}"), UNSUPPORTED);
    refused(LITE, withReferences(1, "{}"), UNSUPPORTED);
    var style = withReferences(1, "{}");
    ((ObjectNode) instance(style).path("referenceImages").path(0)).put("referenceType", "style");
    refused(VEO, style, UNSUPPORTED);
    var both = withReferences(1, "{}");
    instance(both).set("image", picture(GoogleClient.character(0xCC2020)));
    refused(VEO, both, UNSUPPORTED);
  }

  @Test
  void pictures_thatAreNone_areRefused() throws Exception {
    var inline = body("Mia", "{}");
    instance(inline).putObject("image").putObject("inlineData").put("data", "AAAA");
    refused(VEO, inline, "`inlineData` isn't supported");
    var nonsense = body("Mia", "{}");
    instance(nonsense)
        .putObject("image")
        .put("bytesBase64Encoded", "AAAA")
        .put("mimeType", "image/png");
    refused(VEO, nonsense, "Unable to process input image.");
    var type = body("Mia", "{}");
    instance(type)
        .putObject("image")
        .put("bytesBase64Encoded", "AAAA")
        .put("mimeType", "image/gif");
    refused(VEO, type, "image/gif");
  }

  @Test
  void prompt_mustBeThereAndShort() throws Exception {
    refused(VEO, body(" ", "{}"), "Prompt is required");
    refused(VEO, body("word ".repeat(1000), "{}"), "1024 tokens");
    accepted(VEO, body("word ".repeat(819), "{}"));
    accepted(VEO, body("\u706F\u5854".repeat(512), "{}"));
    refused(VEO, body("\u706F\u5854".repeat(512) + "\u3042", "{}"), "1024 tokens");
    refused(VEO, body("\uD55C\uAE00".repeat(513), "{}"), "1024 tokens");
  }

  @Test
  void model_thatIsGoneOrOfThePlatform_isNotFoundByName() throws Exception {
    for (String id : List.of("veo-3.0-generate-001", "veo-3.1-generate-001", "gemini-3.8-flash")) {
      var answer = google.submit(id, body("A lake", "{}"));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(text(answer)).contains("models/" + id + " is not found").contains("NOT_FOUND");
    }
  }

  private static VeoFile file(int seconds, String ratio, String resolution, int extensions) {
    var file = after(null, seconds, ratio, resolution);
    for (int i = 0; i < extensions; i++) {
      file = after(file, seconds, ratio, resolution);
    }
    return file;
  }

  private static VeoFile after(
      @Nullable VeoFile before, int seconds, String ratio, String resolution) {
    var model = Models.find(VEO, Place.GEMINI).orElseThrow();
    var order =
        new VeoOrder(
            model, "x", 8, ratio, resolution, true, 1, null, null, List.of(), before, null);
    var clip =
        new SceneClips.Clip(Path.of("none"), 720, 1280, seconds, List.of(0), List.of(), List.of());
    return new VeoFile("abc", OWNER, clip, order, NOW, null);
  }

  private static String extending(VeoFile file, ObjectNode body, String model, Instant now) {
    return extending(file, body, model, now, false);
  }

  private static String extending(
      VeoFile file, ObjectNode body, String model, Instant now, boolean strict) {
    var shelf = new VeoShelf();
    shelf.add(file);
    var rules = new GeminiVideoRules(shelf, Path.of("none"), strict);
    var known = Models.find(model, Place.GEMINI).orElseThrow();
    var refusal =
        catchThrowableOfType(Refusal.class, () -> rules.read(known, body, BASE, OWNER, now));
    return refusal == null ? "yes" : String.valueOf(refusal.reply().status());
  }

  private static String extending(VeoFile file, String parameters) throws Exception {
    return extending(file, extension(parameters), VEO, NOW);
  }

  private static ObjectNode extension(String parameters) throws Exception {
    var body = body("On", parameters);
    instance(body).putObject("video").put("uri", VeoShelf.address(BASE, "abc"));
    return body;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8|16:9|720p|0|{}|yes",
        "141|16:9|720p|19|{}|yes",
        "142|16:9|720p|19|{}|400",
        "141|16:9|720p|20|{}|400",
        "8|16:9|1080p|0|{}|400",
        "8|16:9|720p|0|{'resolution':'720p','durationSeconds':8}|yes",
        "8|16:9|720p|0|{'resolution':'1080p'}|400",
        "8|16:9|720p|0|{'durationSeconds':6}|400",
        "8|16:9|720p|0|{'personGeneration':'allow_all'}|yes",
        "8|16:9|720p|0|{'personGeneration':'allow_adult'}|400",
        "8|9:16|720p|0|{}|400",
        "8|9:16|720p|0|{'aspectRatio':'9:16'}|yes"
      })
  void extension_keepsToTheLimits(
      int seconds, String ratio, String resolution, int before, String parameters, String answer)
      throws Exception {
    assertThat(extending(file(seconds, ratio, resolution, before), parameters)).isEqualTo(answer);
  }

  @Test
  void extension_whenStrict_isWideOnly() throws Exception {
    var tall = extension("{'aspectRatio':'9:16'}");
    assertThat(extending(file(8, "9:16", "720p", 0), tall, VEO, NOW, true)).isEqualTo("400");
    assertThat(extending(file(8, "16:9", "720p", 0), extension("{}"), VEO, NOW, true))
        .isEqualTo("yes");
  }

  @Test
  void extension_ofAnExpiredFile_isNotFoundUnlessItWasReferredTo() throws Exception {
    var file = file(8, "16:9", "720p", 0);
    var later = NOW.plus(Duration.ofHours(47));
    assertThat(extending(file, extension("{}"), VEO, later)).isEqualTo("yes");
    var late = NOW.plus(Duration.ofHours(48));
    assertThat(extending(file, extension("{}"), VEO, late)).isEqualTo("404");
    file.touch(later);
    assertThat(extending(file, extension("{}"), VEO, late)).isEqualTo("yes");
  }

  @Test
  void extension_takesTheExactAddressAndNothingElse() throws Exception {
    var file = file(8, "16:9", "720p", 0);
    assertThat(extending(file, extension("{}"), LITE, NOW)).isEqualTo("400");
    for (String field : List.of("encoding", "encodedVideo")) {
      var body = GoogleClient.extension("x", "On", "16:9");
      ((ObjectNode) instance(body).path("video")).put(field, "video/mp4");
      refused(VEO, body, "`" + field + "` isn't supported by this model");
    }
    refused(VEO, GoogleClient.extension("", "On", "16:9"), "Video URI not found in the request.");
    refused(
        VEO,
        GoogleClient.extension("https://example.invalid/v.mp4", "On", "16:9"),
        "generated by VEO");
    var mixed = extension("{}");
    instance(mixed).set("image", picture(GoogleClient.character(0xCC2020)));
    refused(VEO, mixed, UNSUPPORTED);
  }
}
