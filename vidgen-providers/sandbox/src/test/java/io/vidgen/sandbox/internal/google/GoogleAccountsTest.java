package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.LONG;
import static io.vidgen.sandbox.internal.google.GoogleClient.VEO;
import static io.vidgen.sandbox.internal.google.GoogleClient.body;
import static io.vidgen.sandbox.internal.google.GoogleClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which credentials are good for what, and whose operations and files are whose. */
class GoogleAccountsTest {
  private static final String MODELS = "/publishers/google/models/";
  private static final String FAST = "veo-3.1-fast-generate-001";
  private static final String SILENT = "{'durationSeconds':4,'generateAudio':false}";
  private static final String SHORT = "{'durationSeconds':4}";

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().virtualTime(Instant.EPOCH).scale(1).start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private TestClient client() {
    return new TestClient(sandbox.url(Vendor.GOOGLE));
  }

  private TestClient key(String key) {
    return client().with("x-goog-api-key", key);
  }

  private TestClient token(String token) {
    return client().with("Authorization", "Bearer " + token);
  }

  private static String project(String name, String location) {
    return "/v1beta1/projects/" + name + "/locations/" + location + MODELS;
  }

  private static HttpResponse<byte[]> fetch(TestClient who, String resource, String operation)
      throws Exception {
    var body = "{\"operationName\":\"" + operation + "\"}";
    return who.post(resource + FAST + ":fetchPredictOperation", body);
  }

  private static String begin(TestClient who, String resource) throws Exception {
    var path = resource + FAST + ":predictLongRunning";
    return TestClient.json(who.post(path, body("A lake", SILENT).toString())).path("name").asText();
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-google, 200",
    "sandbox-google-2, 200",
    "sandbox-googles, 400",
    "set-by-vidgen, 400",
    "AIza-anything, 400"
  })
  void key_byDefault_isThatOfTheEnvironment(String key, int status) throws Exception {
    var answer = key(key).get("/v1beta/models");
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 400) {
      assertThat(text(answer)).contains("API key not valid. Please pass a valid API key.");
    }
    assertThat(sandbox.environment()).containsEntry("GEMINI_API_KEY", "sandbox-google");
  }

  @ParameterizedTest
  @ValueSource(strings = {":predictLongRunning", ":fetchPredictOperation", ":generateContent"})
  void key_onThePathOfAProject_isRefused(String method) throws Exception {
    var path = project("p-1", "us-central1") + FAST + method;
    var answer = key("sandbox-google").post(path, "{}");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(text(answer)).contains("API keys are not supported by this API", "UNAUTHENTICATED");
    assertThat(token("somebody").post(path, "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void operation_ofAnotherKey_isNotFound() throws Exception {
    var google = new GoogleClient(sandbox);
    var name = google.begin(VEO, body("A lake", SHORT));
    sandbox.advance(LONG);
    assertThat(key("sandbox-google-2").get("/v1beta/" + name).statusCode()).isEqualTo(404);
    assertThat(google.poll(name).path("done").asBoolean()).isTrue();
  }

  @Test
  void file_ofAnotherKey_isForbidden() throws Exception {
    var google = new GoogleClient(sandbox);
    var uri = google.make(VEO, body("A lake", SHORT));
    var other = key("sandbox-google-2");
    var download = other.get(uri);
    assertThat(download.statusCode()).isEqualTo(403);
    assertThat(text(download)).contains("PERMISSION_DENIED", "You do not have permission");
    var media = google.http().get(uri).headers().firstValue("location").orElseThrow();
    assertThat(other.get(media).statusCode()).isEqualTo(403);
    assertThat(google.http().get(media).statusCode()).isEqualTo(200);
    var extension =
        other.post(
            "/v1beta/models/" + VEO + ":predictLongRunning",
            GoogleClient.extension(uri, "On", "16:9").toString());
    assertThat(extension.statusCode()).isEqualTo(403);
    assertThat(sandbox.charges()).hasSize(1);
  }

  @Test
  void operation_ofAProject_isFoundThereOnly() throws Exception {
    var owner = token("sandbox-google");
    var here = project("p-1", "us-central1");
    var name = begin(owner, here);
    assertThat(fetch(owner, here, name).statusCode()).isEqualTo(200);
    assertThat(fetch(token("sandbox-google-2"), here, name).statusCode()).isEqualTo(200);
    assertThat(fetch(owner, project("other", "us-central1"), name).statusCode()).isEqualTo(404);
    assertThat(fetch(owner, project("p-1", "europe-west1"), name).statusCode()).isEqualTo(404);
    assertThat(fetch(key("sandbox-google"), "/v1beta1" + MODELS, name).statusCode()).isEqualTo(404);
  }

  @Test
  void operation_ofAKeyInExpressMode_isItsOwn() throws Exception {
    var express = "/v1beta1" + MODELS;
    var name = begin(key("sandbox-google"), express);
    assertThat(fetch(key("sandbox-google"), express, name).statusCode()).isEqualTo(200);
    assertThat(fetch(key("sandbox-google-2"), express, name).statusCode()).isEqualTo(404);
  }
}
