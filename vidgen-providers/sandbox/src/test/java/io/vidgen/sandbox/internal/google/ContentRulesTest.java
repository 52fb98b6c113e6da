package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.GoogleClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the models for texts and pictures take, and how they say no. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContentRulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "gemini-3.8-flash";
  private static final String BANANA = "gemini-nano-banana-2.1";
  private static final String OLD = "gemini-2.5-flash-image";
  private static final String SAYS = "'contents':[{'role':'user','parts':[{'text':'x'}]}]";

  private Sandbox sandbox;
  private TestClient http;

  @BeforeAll
  void start() {
    sandbox = Sandbox.builder().scale(0).start();
    http = new GoogleClient(sandbox).http();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  private static ObjectNode body(String fields) throws IOException {
    return (ObjectNode) JSON.readTree("{" + fields.replace('\'', '"') + "}");
  }

  private HttpResponse<byte[]> call(String model, ObjectNode body) throws Exception {
    return http.post("/v1beta/models/" + model + ":generateContent", body.toString());
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
        "'contents':[]|contents is not specified",
        "'contents':'x'|Invalid value at 'contents'",
        "'contents':[{'role':'robot','parts':[{'text':'x'}]}]|Please use a valid role: user, model.",
        "'contents':[{'role':'user'}]|contents[0].parts: contents.parts must not be empty.",
        "'contents':[{'parts':[{}]}]|contents[0].parts[0].data: required oneof field 'data'",
        "'contents':[{'parts':[{'txt':'x'}]}]|Unknown name ^txt^ at 'contents[0].parts[0]'",
        "'contents':[{'parts':[{'text':7}]}]|Invalid value at 'contents[0].parts[0].text' (TYPE_STRING)",
        "'contents':[{'parts':[{'inlineData':{'mimeType':'image/bogus','data':''}}]}]|MIME type: image/bogus",
        "'contents':[{'parts':[{'inlineData':{'mimeType':'image/png','data':'!'}}]}]|.inline_data.data' (TYPE_BYTES)",
        "'content':[]|Unknown name ^content^: Cannot find field."
      })
  void contents_thatGoogleDoesNotKnow_areRefused(String fields, String expected) throws Exception {
    isAnswered(call(TEXT, body(fields)), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'maxOutputTokens':65536|yes",
        "'max_output_tokens':'200'|yes",
        "'maxOutputTokens':65537|maxOutputTokens value of 65537",
        "'maxOutputTokens':99999999|the supported range is from 1 (inclusive) to 65536 (inclusive)",
        "'maxOutputTokens':0|maxOutputTokens value of 0",
        "'maxOutputTokens':'many'|Invalid value at 'generation_config.max_output_tokens' (TYPE_INT32)",
        "'temperature':2.5|temperature value of 2.5",
        "'candidateCount':9|candidateCount value of 9",
        "'maxTokens':5|Unknown name ^maxTokens^ at 'generation_config': Cannot find field.",
        "'responseMimeType':'text/html'|generation_config.response_mime_type: allowed mimetypes are",
        "'responseSchema':{'type':'OBJECT'},'responseMimeType':'application/json'|yes",
        "'responseSchema':{'type':'OBJECT'}|response_schema: only allowed when response_mime_type",
        "'responseJsonSchema':{'type':'object'}|response_json_schema: only allowed when",
        "'responseSchema':{'type':'BOGUS'}|Invalid value at 'generation_config.response_schema.type'",
        "'responseSchema':{'type':'OBJECT','oneOf':[]}|Unknown name ^oneOf^ at 'generation_config.response_schema'",
        "'responseSchema':{'type':'OBJECT'},'responseJsonSchema':{},'responseMimeType':'application/json'|must be omitted",
        "'responseJsonSchema':{'type':'bogus'},'responseMimeType':'application/json'|'bogus' is not a type",
        "'responseJsonSchema':{'properties':{'a':{'type':'STRING'}}},'responseMimeType':'application/json'|properties.a.type",
        "'responseModalities':['TEXT']|yes",
        "'responseModalities':['IMAGE']|combination of response modalities (IMAGE) is not supported",
        "'responseModalities':['SMELL']|Invalid value at 'generation_config.response_modalities[0]'",
        "'thinkingConfig':{'thinkingLevel':'low'}|yes",
        "'thinkingConfig':{'thinkingLevel':'LOW','thinkingBudget':1}|only one of thinking budget",
        "'imageConfig':{'aspect':'1:1'}|Unknown name ^aspect^ at 'generation_config.image_config'"
      })
  void config_ofATextModel_isTakenOrRefused(String config, String expected) throws Exception {
    isAnswered(call(TEXT, body(SAYS + ",'generationConfig':{" + config + "}")), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'responseModalities':['TEXT','IMAGE']|yes",
        "'responseModalities':['Image']|yes",
        "'responseModalities':['TEXT']|modalities (TEXT) is not supported",
        "'responseModalities':['IMAGE','AUDIO']|modalities (AUDIO, IMAGE) is not supported",
        "'responseMimeType':'application/json'|JSON mode is not enabled",
        "'candidateCount':2|candidateCount value of 2",
        "'imageConfig':{'personGeneration':'x'}|Unknown name ^personGeneration^"
      })
  void config_ofAModelThatDraws_isTakenOrRefused(String config, String expected) throws Exception {
    isAnswered(call(BANANA, body(SAYS + ",'generationConfig':{" + config + "}")), expected);
  }

  @ParameterizedTest
  @CsvSource({OLD + ",3,4", BANANA + ",14,15"})
  void pictures_areOnlySoMany(String model, int most, int tooMany) throws Exception {
    isAnswered(call(model, withPictures(most)), "yes");
    isAnswered(call(model, withPictures(tooMany)), "takes at most " + most);
  }

  private static ObjectNode withPictures(int count) throws IOException {
    var body = body(SAYS);
    var picture = GoogleClient.png(GoogleClient.character(0xCC2020));
    for (int i = 0; i < count; i++) {
      ((ObjectNode) body.path("contents").path(0))
          .withArray("parts")
          .addObject()
          .putObject("inlineData")
          .put("mimeType", "image/png")
          .put("data", picture);
    }
    return body;
  }

  @ParameterizedTest
  @CsvSource({"us-central1,200", "global,200", "europe-west4,200", "mars-north1,404"})
  void location_ofThePlatform_mustBeOne(String location, int status) throws Exception {
    var platform =
        new TestClient(sandbox.url(Vendor.GOOGLE)).with("Authorization", "Bearer sandbox-google");
    var models = "/v1beta1/projects/p-1/locations/" + location + "/publishers/google/models/";
    var labelled = body(SAYS + ",'labels':{'team':'a'}").toString();
    for (String model : new String[] {TEXT, BANANA}) {
      assertThat(platform.post(models + model + ":generateContent", labelled).statusCode())
          .isEqualTo(status);
    }
  }

  @Test
  void refusal_ofAField_namesItInTheDetails() throws Exception {
    var answer = call(TEXT, body(SAYS + ",'labels':{}"));
    isAnswered(answer, "Unknown name ^labels^: Cannot find field.");
    var detail = TestClient.json(answer).path("error").path("details").path(0);
    assertThat(detail.path("@type").asText())
        .isEqualTo("type.googleapis.com/google.rpc.BadRequest");
    assertThat(detail.path("fieldViolations").path(0).path("description").asText())
        .contains("labels");
  }
}
