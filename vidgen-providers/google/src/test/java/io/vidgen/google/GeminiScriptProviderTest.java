package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.spi.ScriptRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiScriptProviderTest {

  private static final String TWO_SCENES =
      """
      {"title": "The map", "scenes": [
        {"heading": "Library", "dialogue": [{"speaker": "Nano Banana", "direction": "whispers",
         "text": "\\"Where is the map?\\""}], "visual": "Nano Banana in a library",
         "sound": "wind", "clips": 1},
        {"heading": "Sea", "dialogue": [{"speaker": "", "text": "It was at sea."}],
         "visual": "Nano Banana on a boat", "sound": "waves", "clips": 1}]}""";

  private static final String ONE_SCENE =
      """
      {"title": "", "scenes": [{"heading": "Sea", "dialogue": [{"speaker": "", "text": "Hello."}],
       "visual": "Nano Banana on a boat", "sound": "waves", "clips": 1}]}""";

  private FakeGemini gemini;

  @BeforeEach
  void start() throws Exception {
    gemini = new FakeGemini();
  }

  @AfterEach
  void stop() {
    gemini.close();
  }

  @Test
  void call_goodAnswer_isTheScriptByOnePost() throws Exception {
    gemini.says(GeminiAnswers.text(TWO_SCENES));
    var script = write(request("en", 2, 2));
    assertThat(script.title()).isEqualTo("The map");
    assertThat(script.language()).isEqualTo(Locale.ENGLISH);
    assertThat(script.scenes()).hasSize(2);
    assertThat(script.scenes().get(0).dialogue())
        .containsExactly(new DialogueLine("Nano Banana", "whispers", "Where is the map?"));
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @Test
  void call_always_sendsPromptSystemAndSchema() throws Exception {
    gemini.says(GeminiAnswers.text(TWO_SCENES));
    write(request("en", 2, 2));
    var sent = gemini.request(0);
    assertThat(sent.getTarget()).isEqualTo("/v1beta/models/gemini-3.8-flash:generateContent");
    assertThat(sent.getHeaders().get("x-goog-api-key")).isEqualTo(FakeGemini.KEY);
    var body = gemini.body(0);
    assertThat(body.at("/systemInstruction/parts/0/text").asText())
        .startsWith("You write scripts of short videos");
    assertThat(body.at("/contents/0/role").asText()).isEqualTo("user");
    assertThat(body.at("/contents/0/parts/0/text").asText())
        .contains("Theme: A banana at sea\n")
        .contains("Scenes: 2\nClips: 2\nSeconds per clip: 8\n")
        .contains("- Nano Banana: a yellow banana");
    var config = body.at("/generationConfig");
    assertThat(config.at("/responseMimeType").asText()).isEqualTo("application/json");
    assertThat(config.at("/responseJsonSchema/properties/scenes/minItems").asInt()).isEqualTo(2);
    assertThat(
            config.at("/responseJsonSchema/properties/scenes/items/properties/clips/type").asText())
        .isEqualTo("integer");
    assertThat(config.at("/maxOutputTokens").asInt()).isEqualTo(12_288 + 800);
    assertThat(config.has("temperature")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "en, Where is the map?, English (en)",
    "fr, Où est la carte au trésor ?, French (fr)",
    "zh, 藏宝图在哪里？, Chinese (zh)",
    "ar, أين خريطة الكنز؟, Arabic (ar)"
  })
  void call_language_isAskedForAndKept(String tag, String line, String name) throws Exception {
    gemini.says(GeminiAnswers.text(ONE_SCENE.replace("Hello.", line)));
    var script = write(request(tag, 1, 1));
    assertThat(script.language().toLanguageTag()).isEqualTo(tag);
    assertThat(script.scenes().get(0).spokenText()).isEqualTo(line);
    assertThat(prompt(0)).contains("Language: " + name);
  }

  @Test
  void call_codeFence_isRead() throws Exception {
    gemini.says(GeminiAnswers.text("```json\n" + TWO_SCENES + "\n```"));
    assertThat(write(request("en", 2, 2)).scenes()).hasSize(2);
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @Test
  void call_thoughtsBesideTheAnswer_areLeftOut() throws Exception {
    var thought = GeminiAnswers.textPart("{\"scenes\": []} hmm").put("thought", true);
    gemini.says(GeminiAnswers.of("STOP", thought, GeminiAnswers.textPart(TWO_SCENES)));
    assertThat(write(request("en", 2, 2)).scenes()).hasSize(2);
  }

  @Test
  void call_tooFewScenesThenGood_isAskedAgainOnceWithWhatWasWrong() throws Exception {
    gemini.says(GeminiAnswers.text(ONE_SCENE)).says(GeminiAnswers.text(TWO_SCENES));
    assertThat(write(request("en", 2, 2)).scenes()).hasSize(2);
    assertThat(gemini.posts()).isEqualTo(2);
    var talk = gemini.body(1).at("/contents");
    assertThat(talk).hasSize(3);
    assertThat(talk.at("/1/role").asText()).isEqualTo("model");
    assertThat(talk.at("/1/parts/0/text").asText()).contains("Nano Banana on a boat");
    assertThat(talk.at("/2/parts/0/text").asText()).contains("- there are 1 scenes, not 2");
  }

  @Test
  void call_twiceBad_isAChargedProtocolFailureThatNamesTheRule() {
    gemini.says(GeminiAnswers.text(ONE_SCENE)).says(GeminiAnswers.text(ONE_SCENE));
    var failure = gemini.failure(() -> write(request("en", 2, 2)));
    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.charged()).isTrue();
    assertThat(failure.message()).contains("there are 1 scenes, not 2");
    assertThat(failure.context().provider()).isEqualTo("gemini");
    assertThat(gemini.posts()).isEqualTo(2);
  }

  @Test
  void call_brokenJson_isAskedAgainInSceneBlocks() throws Exception {
    gemini
        .says(GeminiAnswers.text(TWO_SCENES.substring(0, 120)))
        .says(
            GeminiAnswers.text(
                """
                # The map
                BLOCK 1: Library
                DIALOGUE: Nano Banana whispers "Where is it?"
                VISUAL: Nano Banana in a library
                SOUND: wind
                CLIPS: 1

                BLOCK 2: Sea
                DIALOGUE: Narrator "It was at sea."
                VISUAL: Nano Banana on a boat
                SOUND: waves
                CLIPS: 1
                """));
    var script = write(request("en", 2, 2));
    assertThat(script.scenes()).hasSize(2);
    assertThat(script.scenes().get(1).spokenText()).isEqualTo("It was at sea.");
    assertThat(gemini.body(1).at("/generationConfig").has("responseJsonSchema")).isFalse();
    assertThat(gemini.body(1).at("/systemInstruction/parts/0/text").asText())
        .contains("scene blocks");
  }

  @Test
  void call_modelWithoutSchemas_isAskedForSceneBlocksAndNothingWasCharged() throws Exception {
    gemini
        .says(400, GeminiAnswers.error(400, "INVALID_ARGUMENT", "Unknown name responseJsonSchema"))
        .says(GeminiAnswers.text(TWO_SCENES));
    assertThat(write(request("en", 2, 2)).scenes()).hasSize(2);
    assertThat(gemini.posts()).isEqualTo(2);
    assertThat(gemini.body(1).at("/contents")).hasSize(1);
    assertThat(gemini.body(1).at("/generationConfig").has("responseMimeType")).isFalse();
  }

  @Test
  void call_badRequestForAnotherReason_isNotSentAgain() {
    gemini.says(400, GeminiAnswers.error(400, "INVALID_ARGUMENT", "Request contains an error."));
    var failure = gemini.failure(() -> write(request("en", 2, 2)));
    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(failure.charged()).isFalse();
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "SAFETY, CONTENT_FILTERED",
    "PROHIBITED_CONTENT, CONTENT_FILTERED",
    "RECITATION, CONTENT_FILTERED",
    "BLOCKLIST, CONTENT_FILTERED",
    "MAX_TOKENS, PROTOCOL",
    "LANGUAGE, PROTOCOL",
    "OTHER, PROTOCOL"
  })
  void call_answerThatEndedEarly_isTypedAndCharged(String reason, FailureKind kind) {
    gemini.says(GeminiAnswers.text(TWO_SCENES.substring(0, 50), reason));
    var failure = gemini.failure(() -> write(request("en", 2, 2)));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charged()).isTrue();
    assertThat(failure.message()).contains(reason);
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @Test
  void call_blockedPrompt_isFiltered() {
    gemini.says(GeminiAnswers.blocked("PROHIBITED_CONTENT"));
    var failure = gemini.failure(() -> write(request("en", 2, 2)));
    assertThat(failure.kind()).isEqualTo(FailureKind.CONTENT_FILTERED);
    assertThat(failure.message()).contains("the prompt was blocked, reason PROHIBITED_CONTENT");
    assertThat(failure.remedy()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"candidates\": []}"})
  void call_emptyAnswer_isAProtocolFailure(String body) {
    gemini.says(body);
    var failure = gemini.failure(() -> write(request("en", 2, 2)));
    assertThat(failure.kind()).isIn(FailureKind.PROTOCOL, FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure.charged()).isNotEqualTo(Boolean.FALSE);
  }

  @ParameterizedTest
  @CsvSource({
    "429, RESOURCE_EXHAUSTED",
    "503, UNAVAILABLE",
    "400, INVALID_ARGUMENT",
    "403, PERMISSION_DENIED"
  })
  void call_refusedWhenAskedAgain_saysThatMoneyWasSpent(int code, String status) {
    gemini.says(GeminiAnswers.text(ONE_SCENE)).says(code, GeminiAnswers.error(code, status, "no"));
    var failure = gemini.failure(() -> write(request("en", 2, 2)));
    assertThat(failure.charged()).isTrue();
    assertThat(failure.message()).contains("the first script was paid for");
    assertThat(gemini.posts()).isEqualTo(2);
  }

  @Test
  void call_retiredModel_namesACurrentOne() {
    gemini.says(404, GeminiAnswers.error(404, "NOT_FOUND", "models/gemini-2.5-pro is not found"));
    var failure = gemini.failure(() -> write("gemini-2.5-pro", request("en", 2, 2)));
    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(failure.remedy()).contains("gemini-3.8-flash");
    assertThat(gemini.request(0).getTarget()).contains("/models/gemini-2.5-pro:");
  }

  @Test
  void call_take_asksForAnotherVersion() throws Exception {
    gemini.says(GeminiAnswers.text(TWO_SCENES));
    var first = request("en", 2, 2);
    write(
        new ScriptRequest(
            first.theme(), first.characters(), first.duration(), first.language(), 2, 2, null, 1));
    assertThat(prompt(0)).contains("Version: 2, unlike the versions written for it before");
  }

  @Test
  void call_revision_isTheSameSceneMilder() throws Exception {
    gemini.says(GeminiAnswers.text(ONE_SCENE));
    var refused =
        new Scene(
            "Fight",
            List.of(new DialogueLine("", "", "Die!")),
            "A fight",
            "",
            "Die",
            null,
            null,
            2);
    var whole = request("en", 0, 4);
    var script =
        write(
            new ScriptRequest(
                whole.theme(),
                whole.characters(),
                whole.duration(),
                whole.language(),
                0,
                4,
                new ScriptRequest.Revision(refused, "violence"),
                0));
    assertThat(script.scenes()).hasSize(1);
    assertThat(script.scenes().get(0).clips()).isEqualTo(2);
    assertThat(script.scenes().get(0).spokenText()).isEqualTo("Hello.");
    assertThat(prompt(0))
        .contains("Scene refused by the filter of the video model: ")
        .contains("Reason of the filter: violence");
  }

  private String prompt(int index) {
    return gemini.body(index).at("/contents/0/parts/0/text").asText();
  }

  private Script write(ScriptRequest request) throws Exception {
    return write("gemini-3.8-flash", request);
  }

  private Script write(String model, ScriptRequest request) throws Exception {
    return gemini.write(model, request).script();
  }

  static ScriptRequest request(String language, int scenes, int clips) {
    return new ScriptRequest(
        "A banana at sea",
        List.of(Character.create("Nano Banana", "a yellow banana", "")),
        Duration.ofSeconds(8L * clips),
        Locale.forLanguageTag(language),
        scenes,
        clips,
        null,
        0);
  }
}
