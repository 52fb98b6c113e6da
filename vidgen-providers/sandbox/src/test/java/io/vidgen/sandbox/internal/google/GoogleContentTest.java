package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.share;
import static io.vidgen.sandbox.internal.google.GoogleClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gemini's texts and pictures. */
class GoogleContentTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL = "gemini-3.8-flash";
  private static final String BANANA = "gemini-nano-banana-2.1";
  private static final String ASK =
      """
      Theme: the last lighthouse
      Language: English (en)
      Scenes: 5
      Clips: 7
      Characters:
      - Mia: a girl in a red coat
      - Old Tom: her uncle""";
  private static final String SCHEMA =
      """
      {"type":"object","required":["title","scenes"],"properties":{"title":{"type":"string"},
      "scenes":{"type":"array","minItems":5,"maxItems":5,"items":{"$ref":"#/$defs/scene"}}},
      "$defs":{"scene":{"type":"object","required":["dialogue","visual","sound","clips","mood"],
      "properties":{"dialogue":{"type":"array","items":{"type":"object",
      "required":["speaker","text"],"properties":{"speaker":{"type":"string"},
      "direction":{"type":["string","null"]},"text":{"type":"string"}}}},
      "visual":{"type":"string","maxLength":200},"sound":{"anyOf":[{"type":"null"},{"type":"string"}]},
      "clips":{"type":"integer","minimum":1},"mood":{"enum":["calm","wild"]}}}}}""";

  private Sandbox sandbox;
  private TestClient http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().scale(0).start();
    http = new GoogleClient(sandbox).http();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static ObjectNode ask(String words) {
    var body = JSON.createObjectNode();
    body.putArray("contents")
        .addObject()
        .put("role", "user")
        .putArray("parts")
        .addObject()
        .put("text", words);
    return body;
  }

  private HttpResponse<byte[]> call(String model, JsonNode body) throws Exception {
    return http.post("/v1beta/models/" + model + ":generateContent", body.toString());
  }

  private static JsonNode first(JsonNode answer) {
    return answer.path("candidates").path(0);
  }

  private static String words(JsonNode answer) {
    return first(answer).path("content").path("parts").path(0).path("text").asText();
  }

  @Test
  void script_withSchema_keepsToItAndToWhatWasAsked() throws Exception {
    var body = ask(ASK);
    var schema = JSON.readTree(SCHEMA);
    body.putObject("generationConfig")
        .put("responseMimeType", "application/json")
        .set("responseJsonSchema", schema);

    var answer = TestClient.json(call(MODEL, body));

    assertThat(first(answer).path("finishReason").asText()).isEqualTo("STOP");
    var story = JSON.readTree(words(answer));
    var rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    assertThat(rules.getSchema(SCHEMA).validate(story.toString(), InputFormat.JSON)).isEmpty();
    int clips = 0;
    var lines = new HashSet<String>();
    for (JsonNode scene : story.path("scenes")) {
      var line = scene.path("dialogue").path(0).path("text").asText();
      assertThat(line.split(" ")).hasSizeBetween(3, 14);
      lines.add(line);
      clips += scene.path("clips").asInt();
      assertThat(scene.path("visual").asText()).contains("Mia").contains("Old Tom");
    }
    assertThat(lines).hasSize(5);
    assertThat(clips).isEqualTo(7);
    assertThat(words(TestClient.json(call(MODEL, body)))).isEqualTo(words(answer));
  }

  @Test
  void script_withoutSchema_isTextInBlocks() throws Exception {
    var answer =
        TestClient.json(
            call(MODEL, ask("Write 3 scenes in French about a lost kite, with a boy named Leo.")));
    assertThat(words(answer))
        .contains("**BLOC 1:**", "**BLOC 3:**", "- DIALOGUES: Leo ", "- VISUEL: Leo", "- AUDIO: ")
        .contains("Bonjour")
        .doesNotContain("BLOC 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "es", "ru", "ar", "zh", "ja"})
  void script_ofTwentyScenes_repeatsNoLine(String language) {
    var words = StoryWords.of(language);

    assertThat(IntStream.range(0, 20).mapToObj(number -> words.line(number, 5)))
        .doesNotHaveDuplicates();
  }

  @Test
  void script_ofARefusedScene_isMilder() throws Exception {
    var scene =
        "{\"scenes\":[{\"dialogue\":[{\"speaker\":\"Mia\",\"text\":\"A massacre!\"}],"
            + "\"visual\":\"Mia in a bloodbath\",\"clips\":2}]}";
    var body = ask("Language: English (en)\nScene refused by the filter: " + scene);
    body.putObject("generationConfig").put("responseMimeType", "application/json");
    var story = JSON.readTree(words(TestClient.json(call(MODEL, body))));
    assertThat(story.path("scenes")).hasSize(1);
    assertThat(story.toString()).contains("Mia").doesNotContain("massacre", "bloodbath");
    assertThat(story.path("scenes").path(0).path("clips").asInt()).isEqualTo(2);
  }

  @Test
  void script_chargesForItsTokens() throws Exception {
    var answer = TestClient.json(call(MODEL, ask(ASK)));
    var usage = answer.path("usageMetadata");
    assertThat(usage.path("totalTokenCount").asInt())
        .isEqualTo(
            usage.path("promptTokenCount").asInt() + usage.path("candidatesTokenCount").asInt());
    var charge = sandbox.charges(Vendor.GOOGLE).get(0);
    assertThat(charge.unit()).isEqualTo("USD");
    assertThat(charge.amount().doubleValue())
        .isCloseTo(
            usage.path("promptTokenCount").asInt() * 0.75e-6
                + usage.path("candidatesTokenCount").asInt() * 3.75e-6,
            Assertions.within(1e-9));
    assertThat(charge.detail()).contains(MODEL);
  }

  @Test
  void script_quirks_areThoseOfTheVendor() throws Exception {
    var body = ask(ASK);
    body.putObject("generationConfig").put("responseMimeType", "application/json");
    quirk("generateContent", "too-few-scenes");
    assertThat(JSON.readTree(words(TestClient.json(call(MODEL, body)))).path("scenes")).hasSize(4);
    quirk("generateContent", "broken-json");
    var broken = words(TestClient.json(call(MODEL, body)));
    Assertions.assertThatThrownBy(() -> JSON.readTree(broken))
        .isInstanceOf(JsonProcessingException.class);
    quirk("generateContent", "max-tokens");
    assertThat(first(TestClient.json(call(MODEL, body))).path("finishReason").asText())
        .isEqualTo("MAX_TOKENS");
    quirk("generateContent", "safety");
    var safety = first(TestClient.json(call(MODEL, body)));
    assertThat(safety.path("finishReason").asText()).isEqualTo("SAFETY");
    assertThat(safety.has("content")).isFalse();
    quirk("generateContent", "blocked-prompt");
    var blocked = TestClient.json(call(MODEL, body));
    assertThat(blocked.has("candidates")).isFalse();
    assertThat(blocked.path("promptFeedback").path("blockReason").asText())
        .isEqualTo("PROHIBITED_CONTENT");
  }

  private void quirk(String operation, String name) {
    sandbox.inject(Vendor.GOOGLE, operation, new Fault.Quirk(name));
  }

  @Test
  void script_longerThanItMayBe_isCutOff() throws Exception {
    var body = ask(ASK);
    body.putObject("generationConfig").put("maxOutputTokens", 20);
    var answer = TestClient.json(call(MODEL, body));
    assertThat(first(answer).path("finishReason").asText()).isEqualTo("MAX_TOKENS");
    assertThat(words(answer)).hasSize(80);
  }

  private static BufferedImage image(JsonNode answer) throws IOException {
    for (JsonNode part : first(answer).path("content").path("parts")) {
      if (part.has("inlineData")) {
        var data = Base64.getDecoder().decode(part.path("inlineData").path("data").asText());
        return ImageIO.read(new ByteArrayInputStream(data));
      }
    }
    throw new AssertionError("no picture in " + answer);
  }

  @Test
  void picture_ofACharacter_isInItsColourAndInTheFormatAskedFor() throws Exception {
    var body = ask("A character sheet of a girl named Mia, red coat.");
    var config = body.putObject("generationConfig");
    config.putArray("responseModalities").add("TEXT").add("IMAGE");
    config.putObject("imageConfig").put("aspectRatio", "9:16").put("imageSize", "1K");

    var image = image(TestClient.json(call(BANANA, body)));

    assertThat(image.getWidth()).isEqualTo(768);
    assertThat(image.getHeight()).isBetween(1350, 1370);
    assertThat(share(image, Sandbox.signatureOf("mia"))).isGreaterThan(0.15);
    // The picture, and at most 500 tokens each of prompt and thought.
    assertThat(sandbox.charges(Vendor.GOOGLE).get(0).amount())
        .isBetween(new BigDecimal("0.0337"), new BigDecimal("0.0381"));
    assertThat(sandbox.requests(Vendor.GOOGLE, "generateImage")).hasSize(1);
  }

  @Test
  void picture_withAReference_keepsItsColour() throws Exception {
    int colour = Sandbox.signatureOf("Zoe");
    var body = ask("The same person named Mia on a bridge.");
    var part = ((ObjectNode) body.path("contents").path(0)).withArray("parts").addObject();
    part.putObject("inlineData")
        .put("mimeType", "image/png")
        .put(
            "data",
            Base64.getEncoder().encodeToString(GoogleClient.png(GoogleClient.character(colour))));

    assertThat(share(image(TestClient.json(call(BANANA, body))), colour)).isGreaterThan(0.15);
  }

  @Test
  void picture_withSeveralReferences_showsTheColoursOfAll() throws Exception {
    var body = ask("Three friends on a bridge.");
    var parts = ((ObjectNode) body.path("contents").path(0)).withArray("parts");
    for (int colour : new int[] {0xD92020, 0x20D920, 0x2020D9}) {
      parts
          .addObject()
          .putObject("inlineData")
          .put("mimeType", "image/png")
          .put("data", GoogleClient.png(GoogleClient.character(colour)));
    }

    assertThat(Sandbox.signaturesIn(image(TestClient.json(call(BANANA, body)))))
        .containsExactlyInAnyOrder(0xD92020, 0x20D920, 0x2020D9);
  }

  @Test
  void picture_quirks_areThoseOfTheVendorAndCostNothing() throws Exception {
    quirk("generateImage", "text-only");
    var only = first(TestClient.json(call(BANANA, ask("Mia"))));
    assertThat(only.path("finishReason").asText()).isEqualTo("STOP");
    assertThat(only.toString()).doesNotContain("inlineData");
    quirk("generateImage", "image-safety");
    assertThat(first(TestClient.json(call(BANANA, ask("Mia")))).path("finishReason").asText())
        .isEqualTo("IMAGE_SAFETY");
    assertThat(sandbox.charges()).isEmpty();
    quirk("generateImage", "thought-image");
    assertThat(TestClient.json(call(BANANA, ask("Mia"))).toString()).contains("\"thought\":true");
  }

  @Test
  void refusals_nameWhatIsWrong() throws Exception {
    var body = ask("Mia");
    body.putObject("generationConfig").putObject("imageConfig").put("imageSize", "1k");
    assertThat(call(BANANA, body).statusCode()).isEqualTo(400);
    assertThat(call(MODEL, JSON.createObjectNode()).statusCode()).isEqualTo(400);
    var retired = call("gemini-2.5-pro", ask("x"));
    assertThat(retired.statusCode()).isEqualTo(404);
    assertThat(text(retired)).contains("models/gemini-2.5-pro is not found for API version v1beta");
    assertThat(sandbox.charges()).isEmpty();
  }

  @Test
  void models_areListedAndFoundUnlessRetired() throws Exception {
    assertThat(http.get("/v1beta/models/veo-3.1-generate-preview").statusCode()).isEqualTo(200);
    assertThat(http.get("/v1beta/models/veo-3.0-generate-001").statusCode()).isEqualTo(404);
    assertThat(http.get("/v1beta1/publishers/google/models/veo-3.1-generate-001").statusCode())
        .isEqualTo(200);
    assertThat(TestClient.json(http.get("/v1beta/models")).path("models").size()).isGreaterThan(8);
  }

  @Test
  void platform_answersTheSame() throws Exception {
    var path =
        "/v1beta1/projects/p/locations/us-central1/publishers/google/models/"
            + MODEL
            + ":generateContent";
    var platform =
        new TestClient(sandbox.url(Vendor.GOOGLE)).with("Authorization", "Bearer sandbox-google");
    assertThat(words(TestClient.json(platform.post(path, ask(ASK).toString())))).contains("Mia");
  }
}
