package io.vidgen.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.testkit.openapi.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent, and each shape of what is answered, against the vendor's own document. */
@Timeout(300)
class ElevenLabsDocumentTest {
  private static final String TEXT = "Hello there, world.";

  @Test
  void call_eachVariant_isWhatTheDocumentAllows() throws Exception {
    var document = ElevenLabsDesk.document();
    var wrong = new ArrayList<String>();
    for (var variant : variants()) {
      try (var desk = new ElevenLabsDesk()) {
        desk.noModels().says(ElevenLabsDesk.json(200, answer(variant)));
        var words = desk.speak(variant.options().apply(desk.options()), variant.request()).words();

        assertThat(words).as(variant.name()).hasSize(variant.words());
        check(document, desk, 404, "{\"detail\":\"Not Found\"}", wrong);
        check(document, desk, 200, answer(variant), wrong);
      }
    }
    checkAlignment(document, wrong);
    checkAccount(document, wrong);

    assertThat(wrong).isEmpty();
    assertThat(document.coverage().variants()).isGreaterThanOrEqualTo(15);
  }

  private record Variant(
      String name,
      UnaryOperator<ElevenLabsOptionsBuilder> options,
      SpeechRequest request,
      int words) {}

  private static List<Variant> variants() {
    var english = request(Locale.ENGLISH, null, null);
    var settings = new ElevenLabsVoiceSettings(0.4, 0.8, 0.1, 1.1, false);
    var dictionaries =
        List.of(new ElevenLabsDictionary("dict1", "v1"), new ElevenLabsDictionary("dict2", null));
    return List.of(
        new Variant("plain", o -> o, english, 3),
        new Variant("format", o -> o.format("wav_24000"), english, 3),
        new Variant("voice", o -> o, request(Locale.ENGLISH, "21m00Tcm4TlvDq8ikWAM", null), 3),
        new Variant("speed", o -> o, request(Locale.ENGLISH, null, 0.9), 3),
        new Variant("settings", o -> o.voiceSettings(settings), english, 3),
        new Variant(
            "one setting",
            o -> o.voiceSettings(new ElevenLabsVoiceSettings(0.4, null, null, null, null)),
            english,
            3),
        new Variant("seed", o -> o.seed(4_294_967_295L), english, 3),
        new Variant("flash", o -> o.model("eleven_flash_v2_5"), english, 3),
        new Variant("v3", o -> o.model("eleven_v3"), request(Locale.FRENCH, null, null), 3),
        new Variant("no code", o -> o.model("eleven_flash_v2_5").languageCode(false), english, 3),
        new Variant("dictionaries", o -> o.dictionaries(dictionaries), english, 3),
        new Variant(
            "normalised", o -> o.normalization(ElevenLabsOptions.Normalization.ON), english, 3),
        new Variant(
            "not normalised",
            o -> o.normalization(ElevenLabsOptions.Normalization.OFF).seed(0L),
            english,
            3),
        new Variant(
            "japanese",
            o -> o.languageNormalization(true),
            request(Locale.JAPANESE, null, null),
            3),
        new Variant("no history", o -> o.logging(false), english, 3),
        new Variant("stream", o -> o.streaming(true), english, 3),
        new Variant("stream wav", o -> o.streaming(true).format("wav_24000").seed(1L), english, 3),
        new Variant(
            "stream settings",
            o -> o.streaming(true).voiceSettings(settings).dictionaries(dictionaries),
            english,
            3),
        new Variant("no times", o -> o, english, 0),
        new Variant("null times", o -> o.seed(2L), english, 0),
        new Variant("normalised times only", o -> o.voiceSettings(settings).seed(3L), english, 3));
  }

  private static String answer(Variant variant) {
    var speech = ElevenLabsDesk.speech(TEXT);
    switch (variant.name()) {
      case "no times" -> speech.remove(List.of("alignment", "normalized_alignment"));
      case "null times" -> speech.putNull("alignment").putNull("normalized_alignment");
      case "normalised times only" -> speech.putNull("alignment");
      default -> speech.put("something_new", true);
    }
    return speech.toString();
  }

  private static void checkAlignment(OpenApiDocument document, List<String> wrong)
      throws Exception {
    try (var desk = new ElevenLabsDesk()) {
      var speech = ElevenLabsDesk.speech(TEXT).putNull("alignment").putNull("normalized_alignment");
      var aligned = Json.object();
      aligned.putArray("characters").addObject().put("text", "H").put("start", 0.0).put("end", 0.1);
      aligned
          .putArray("words")
          .addObject()
          .put("text", "Hello")
          .put("start", 0)
          .put("end", 0.3)
          .put("loss", 0.1);
      aligned.put("loss", 0.1);
      desk.noModels()
          .says(ElevenLabsDesk.json(200, speech.toString()))
          .says(ElevenLabsDesk.json(200, aligned.toString()));

      desk.speak(desk.options().repair(true), request(Locale.ENGLISH, null, null));

      desk.taken();
      desk.taken();
      check(document, desk, 200, aligned.toString(), wrong);
    }
  }

  private static void checkAccount(OpenApiDocument document, List<String> wrong) throws Exception {
    var voices =
        "{\"voices\":[{\"voice_id\":\"v1\",\"name\":\"V\",\"category\":\"new_kind\",\"labels\":"
            + "{\"accent\":\"us\"},\"available_for_tiers\":[],\"high_quality_base_model_ids\":[]}],"
            + "\"has_more\":%s,\"total_count\":0,\"next_page_token\":%s}";
    var first = voices.formatted("true", "\"t2\"");
    var last = voices.formatted("false", "null");
    var models = models();
    try (var desk = new ElevenLabsDesk()) {
      desk.says(ok(first)).says(ok(last)).says(ok(last)).says(ok(models));
      desk.says(ok("{\"tier\":\"free\",\"character_count\":3,\"character_limit\":10}"));
      var client = ElevenLabsClient.create(desk.options().build());

      assertThat(client.voices("")).hasSize(2);
      assertThat(client.voices("George")).extracting(ElevenLabsVoice::id).containsExactly("v1");
      assertThat(client.models()).extracting(ElevenLabsModel::id).containsExactly("m1");
      assertThat(client.subscription().left()).isEqualTo(7);

      check(document, desk, 200, first, wrong);
      check(document, desk, 200, last, wrong);
      check(document, desk, 200, last, wrong);
      check(document, desk, 200, models, wrong);
      check(document, desk, 0, "", wrong);
    }
  }

  private static String models() {
    var list = JsonNodeFactory.instance.arrayNode();
    var model = list.addObject().put("model_id", "m1").put("name", "One").put("description", "");
    for (var flag :
        List.of(
            "can_be_finetuned",
            "can_do_text_to_speech",
            "can_do_voice_conversion",
            "can_use_style",
            "can_use_speaker_boost",
            "serves_pro_voices",
            "requires_alpha_access")) {
      model.put(flag, true);
    }
    for (var limit :
        List.of(
            "max_characters_request_free_user",
            "max_characters_request_subscribed_user",
            "maximum_text_length_per_request")) {
      model.put(limit, 5000);
    }
    model.put("token_cost_factor", 1.0).put("concurrency_group", "standard");
    model.putArray("languages").addObject().put("language_id", "en").put("name", "English");
    model.putObject("model_rates").put("character_cost_multiplier", 1.0);
    return list.toString();
  }

  private static MockResponse.Builder ok(String body) {
    return ElevenLabsDesk.json(200, body);
  }

  private static SpeechRequest request(Locale language, String voice, Double speed) {
    return new SpeechRequest(TEXT, language, voice, speed, 0);
  }

  private static void check(
      OpenApiDocument document, ElevenLabsDesk desk, int status, String answer, List<String> wrong)
      throws Exception {
    var exchange = ElevenLabsDesk.exchange(desk.taken(), status, "application/json", answer);
    document.lenient().check(exchange).forEach(violation -> wrong.add(violation.toString()));
  }
}
