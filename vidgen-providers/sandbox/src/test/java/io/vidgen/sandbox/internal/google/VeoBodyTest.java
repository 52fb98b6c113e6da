package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.VEO;
import static io.vidgen.sandbox.internal.google.GoogleClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of an order for Veo: names and types that Google does not know are refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VeoBodyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLATFORM =
      "/v1beta1/projects/p-1/locations/us-central1/publishers/google/models/"
          + "veo-3.1-generate-001:predictLongRunning";

  private Sandbox sandbox;
  private GoogleClient google;
  private TestClient platform;
  private String picture;

  @BeforeAll
  void start() throws IOException {
    sandbox = Sandbox.start();
    google = new GoogleClient(sandbox);
    platform =
        new TestClient(sandbox.url(Vendor.GOOGLE)).with("Authorization", "Bearer sandbox-google");
    // what is accepted need not be made
    sandbox.inject(
        FaultRule.always(
            Vendor.GOOGLE, "predictLongRunning", new Fault.Doomed(Fault.Fate.NEVER_DONE)));
    picture = GoogleClient.picture(GoogleClient.character(0xCC2020)).toString();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  /** A body whose single quotes are double ones, and whose PICTURE is one. */
  private ObjectNode body(String json) throws IOException {
    return (ObjectNode) JSON.readTree(json.replace('\'', '"').replace("PICTURE", picture));
  }

  private static void isAnswered(HttpResponse<byte[]> answer, String expected) throws IOException {
    if (expected.equals("yes")) {
      assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    } else {
      assertThat(answer.statusCode()).as(text(answer)).isEqualTo(400);
      var error = TestClient.json(answer).path("error");
      assertThat(error.path("status").asText()).isEqualTo("INVALID_ARGUMENT");
      assertThat(error.path("message").asText()).contains(expected.replace('^', '"'));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'parameters':{}|yes",
        "'webhookConfig':{'uris':['https://example.invalid/x'],'userMetadata':{'job':'1'}}|yes",
        "'webhookConfig':{'uri':'x'}|Unknown name ^uri^ at 'webhook_config': Cannot find field.",
        "'parametres':{}|Invalid JSON payload received. Unknown name ^parametres^: Cannot find",
        "'labels':{'a':'b'}|Unknown name ^labels^",
        "'storageUri':'gs://b'|Unknown name ^storageUri^",
        "'parameters':[1]|Invalid value at 'parameters'",
        "'parameters':'8 s'|Invalid value at 'parameters'",
        "'parameters':{'durationSeconds':true}|Invalid value at 'parameters.durationSeconds'",
        "'parameters':{'durationSeconds':4.5}|Invalid value at 'parameters.durationSeconds'",
        "'parameters':{'durationSeconds':'8s'}|Invalid value at 'parameters.durationSeconds'",
        "'parameters':{'aspectRatio':[]}|Invalid value at 'parameters.aspectRatio'",
        "'parameters':{'enhancePrompt':'yes'}|Invalid value at 'parameters.enhancePrompt'",
        "'parameters':{'negativePrompt':7}|Invalid value at 'parameters.negativePrompt'"
      })
  void order_besidesItsInstance_keepsToTheMessage(String field, String expected) throws Exception {
    isAnswered(
        google.submit(VEO, body("{'instances':[{'prompt':'A lake'}]," + field + "}")), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'referenceImages':[{'image':PICTURE,'referenceType':'asset'}]|yes",
        "'referenceImages':[{'image':PICTURE,'referenceType':'ASSET'}]|yes",
        "'referenceImages':[{'image':PICTURE,'referenceType':'Asset'}]|use case",
        "'referenceImages':[{'image':PICTURE,'junk':1}]|`junk` isn't supported by this model",
        "'referenceImages':[{'image':'x'}]|Invalid value at 'instances[0].referenceImages[0].image'",
        "'referenceImages':['x']|Invalid value at 'instances[0].referenceImages[0]'",
        "'referenceImages':{'image':PICTURE}|Invalid value at 'instances[0].referenceImages'",
        "'image':{'bytesBase64Encoded':'AAAA','mimeType':'image/png','x':1}|`x` isn't supported",
        "'image':'x'|Invalid value at 'instances[0].image'",
        "'prompt2':'x'|`prompt2` isn't supported by this model",
        "'video':'x'|Invalid value at 'instances[0].video'"
      })
  void instance_withOtherFieldsOrTypes_isRefused(String field, String expected) throws Exception {
    isAnswered(
        google.submit(VEO, body("{'instances':[{'prompt':'A lake'," + field + "}]}")), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'labels':{'team':'a'}|yes",
        "'labels':{'team':1}|Invalid value at 'labels.team'",
        "'webhookConfig':{}|Unknown name ^webhookConfig^",
        "'storageUri':'gs://b'|Unknown name ^storageUri^",
        "'parameters':{'seed':7,'resizeMode':'pad','compressionQuality':'OPTIMIZED'}|yes",
        "'parameters':{'seed':'many'}|Invalid value at 'parameters.seed'",
        "'parameters':{'sampleCount':1.5}|Invalid value at 'parameters.sampleCount'",
        "'parameters':{'generateAudio':'no'}|Invalid value at 'parameters.generateAudio'",
        "'parameters':{'resizeMode':'squeeze'}|Invalid value at 'parameters.resizeMode'",
        "'parameters':{'webhook':1}|`webhook` isn't supported by this model"
      })
  void order_ofThePlatform_keepsToItsMessage(String field, String expected) throws Exception {
    var body = body("{'instances':[{'prompt':'A lake'}]," + field + "}");
    isAnswered(platform.post(PLATFORM, body.toString()), expected);
  }
}
