package io.vidgen.sandbox.internal.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import io.vidgen.testkit.openapi.Exchange;
import io.vidgen.testkit.openapi.OpenApiDocument;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer of the imitation against the vendor's document. */
class DidContractTest {
  private OpenApiDocument document;
  private Sandbox sandbox;
  private TestClient did;

  @BeforeEach
  void load() throws Exception {
    for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      var file = root.resolve("shared/contracts/d-id/d-id.openapi.json");
      if (Files.isRegularFile(file)) {
        document = OpenApiDocument.load(file);
      }
    }
    assumeTrue(document != null, "needs shared/contracts/d-id beside the project");
  }

  @Test
  void answers_allOperations_areAsDocumented(@TempDir Path folder) throws Exception {
    try (var running = Sandbox.builder().virtualTime(Instant.EPOCH).start()) {
      sandbox = running;
      did = TestClient.did(running);
      var image =
          form("/images", "image", "a.png", "image/png", SamplePicture.png(64)).get("url").asText();
      var wav = Files.readAllBytes(Samples.tone(folder.resolve("a.wav"), 1));
      var audio = form("/audios", "audio", "a.wav", "audio/wav", wav).get("url").asText();
      var scripts =
          List.of(
              "{\"type\":\"text\",\"input\":\"Hello there.\",\"provider\":{\"type\":\"microsoft\","
                  + "\"voice_id\":\"fr-FR-DeniseNeural\"}}",
              "{\"type\":\"audio\",\"audio_url\":\"" + audio + "\"}");
      for (String script : scripts) {
        follow("/talks", "{\"source_url\":\"" + image + "\",\"script\":" + script + "}", "");
        follow("/clips", "{\"presenter_id\":\"jack-Pt27VkP3hW\",\"script\":" + script + "}", "");
      }
      for (Fault.Fate fate : List.of(Fault.Fate.FAILED, Fault.Fate.REJECTED)) {
        sandbox.inject(Vendor.DID, "Create*", new Fault.Doomed(fate));
        follow(
            "/talks", "{\"source_url\":\"" + image + "\",\"script\":" + scripts.get(0) + "}", "");
      }
      for (String path :
          List.of(
              "/credits",
              "/tts/voices",
              "/tts/voices?provider=amazon",
              "/talks?limit=1",
              "/clips",
              "/clips/presenters",
              "/clips/presenters/amy-jcwCkr1grs",
              "/clips/presenters/amy-jcwCkr1grs/drivers")) {
        exchange("GET", path, "", new byte[0], 200);
      }
      exchange("GET", "/talks/nothing", "", new byte[0], 404);
      exchange("DELETE", "/images/nothing", "", new byte[0], 404);
    }
  }

  private void follow(String path, String body, String ignored) throws Exception {
    var created = exchange("POST", path, "application/json", bytes(body), 201);
    var at = path + "/" + TestClient.json(created).get("id").asText();
    exchange("GET", at, "", new byte[0], 200);
    exchange("DELETE", at, "", new byte[0], 409);
    sandbox.advance(Duration.ofSeconds(60));
    exchange("GET", at, "", new byte[0], 200);
    exchange("GET", path, "", new byte[0], 200);
    exchange("DELETE", at, "", new byte[0], 200);
  }

  @Test
  void errors_allThatADocumentLists_haveItsEnvelope() throws Exception {
    try (var running = Sandbox.builder().start()) {
      sandbox = running;
      did = TestClient.did(running);
      var checked = new ArrayList<String>();
      for (String name : running.errors(Vendor.DID)) {
        if (name.startsWith("gateway-") || name.equals("NotReadyError")) {
          continue;
        }
        running.inject(Vendor.DID, "CreateTalk", new Fault.VendorError(name));
        var answer =
            did.post("/talks", "{\"script\":{\"type\":\"text\",\"input\":\"Hello there.\"}}");
        if (List.of(400, 401, 402, 403, 451).contains(answer.statusCode())) {
          checkStrictly("POST", "/talks", answer);
          checked.add(name);
        }
      }
      assertThat(checked).hasSizeGreaterThan(12);
    }
  }

  private com.fasterxml.jackson.databind.JsonNode form(
      String path, String field, String name, String type, byte[] content) throws Exception {
    var body = TestClient.form(field, name, type, content);
    return TestClient.json(exchange("POST", path, TestClient.FORM, body, 201));
  }

  private HttpResponse<byte[]> exchange(
      String method, String path, String type, byte[] body, int status) throws Exception {
    var answer = did.send(method, path, type, body);
    assertThat(answer.statusCode())
        .as(method + " " + path + " " + new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    var exchange = Exchange.of(method, path).header("Authorization", "Basic user:password");
    if (body.length > 0) {
      exchange = exchange.sent(type, body);
    }
    var full = exchange.answered(status, contentType(answer), answer.body());
    // the service sends more fields than are documented, and so does the imitation
    assertThat((status < 400 ? document.lenient() : document).check(full)).as(path).isEmpty();
    return answer;
  }

  private void checkStrictly(String method, String path, HttpResponse<byte[]> answer) {
    var exchange =
        Exchange.of(method, path)
            .header("Authorization", "Basic user:password")
            .sent("application/json", bytes("{\"script\":{\"type\":\"text\",\"input\":\"Hello\"}}"))
            .answered(answer.statusCode(), contentType(answer), answer.body());
    assertThat(document.check(exchange)).isEmpty();
  }

  private static String contentType(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("content-type").orElse("");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
