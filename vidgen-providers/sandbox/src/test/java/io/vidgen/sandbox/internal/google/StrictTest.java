package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.VEO;
import static io.vidgen.sandbox.internal.google.GoogleClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where reports contradict documents: both are there, by choice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLATFORM =
      "/v1beta1/projects/p-1/locations/us-central1/publishers/google/models/"
          + "veo-3.1-generate-001:predictLongRunning";
  private static final String FAST = "veo-3.1-fast-generate-preview";

  private Sandbox wide;
  private Sandbox strict;
  private String picture;

  @BeforeAll
  void start() throws IOException {
    wide = started(false);
    strict = started(true);
    picture = GoogleClient.picture(GoogleClient.character(0xCC2020)).toString();
  }

  private static Sandbox started(boolean choice) {
    var sandbox = Sandbox.builder().strict(choice).virtualTime(Instant.EPOCH).start();
    sandbox.inject(
        FaultRule.always(
            Vendor.GOOGLE, "predictLongRunning", new Fault.Doomed(Fault.Fate.NEVER_DONE)));
    return sandbox;
  }

  @AfterAll
  void stop() {
    wide.close();
    strict.close();
  }

  private String body(String instance, String parameters) throws IOException {
    var json = "{'instances':[{'prompt':'On'," + instance + "}],'parameters':{" + parameters + "}}";
    return JSON.readTree(json.replace('\'', '"').replace("PICTURE", picture)).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        VEO + "|'referenceImages':[{'image':PICTURE}]||200",
        FAST + "|'referenceImages':[{'image':PICTURE}]||400",
        VEO + "|'referenceImages':[{'image':PICTURE}]|'aspectRatio':'9:16'|400",
        VEO + "|'referenceImages':[{'image':PICTURE}]|'resolution':'1080p'|400",
        VEO + "|'referenceImages':[{'image':PICTURE}]|'negativePrompt':'rain'|400",
        VEO + "|'image':PICTURE,'lastFrame':PICTURE||200",
        VEO + "|'image':PICTURE,'lastFrame':PICTURE|'durationSeconds':6|400"
      })
  void contradiction_isTakenByDefaultAndRefusedWhenStrict(
      String model, String instance, String parameters, int whenStrict) throws Exception {
    var body = JSON.readTree(body(instance, parameters == null ? "" : parameters));
    var taken = new GoogleClient(wide).submit(model, body);
    assertThat(taken.statusCode()).as(text(taken)).isEqualTo(200);
    var answer = new GoogleClient(strict).submit(model, body);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(whenStrict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'resolution':'1080p'|200",
        "'resolution':'4k'|400",
        "'personGeneration':'disallow'|200",
        "'personGeneration':'allow_all'|400",
        "'personGeneration':'dont_allow'|400"
      })
  void contradiction_ofThePlatform_isTakenByDefaultAndRefusedWhenStrict(
      String parameters, int whenStrict) throws Exception {
    var body = body("'image':PICTURE", parameters);
    assertThat(platform(wide).post(PLATFORM, body).statusCode()).isEqualTo(200);
    assertThat(platform(strict).post(PLATFORM, body).statusCode()).isEqualTo(whenStrict);
  }

  private static TestClient platform(Sandbox sandbox) {
    return new TestClient(sandbox.url(Vendor.GOOGLE))
        .with("Authorization", "Bearer sandbox-google");
  }
}
