package io.vidgen.testkit.openapi;

import static io.vidgen.testkit.openapi.Contracts.answer;
import static io.vidgen.testkit.openapi.Contracts.bytes;
import static io.vidgen.testkit.openapi.Contracts.form;
import static io.vidgen.testkit.openapi.Contracts.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class VendorDocumentsTest {
  private static final String TALK =
      """
      {"source_url": "https://files.invalid/face.jpg", "script": SCRIPT, "config": {"stitch": true}}
      """;
  private static final String SAYS =
      "{\"type\": \"text\", \"input\": \"Hello\", \"provider\": {\"type\": \"microsoft\", \"voice_id\": \"en-US-JennyNeural\"}}";

  private static Exchange talk(String script) {
    return json("POST", "/talks", TALK.replace("SCRIPT", script));
  }

  @Test
  void allDocuments_anyExchangeWithEveryOperation_areChecked() throws IOException {
    for (var document : List.of(Contracts.dId(), Contracts.elevenLabs(), Contracts.openAi())) {
      for (var operation : document.operations()) {
        var words = operation.split(" ", -1);
        var target = words[1].replaceAll("\\{[^}]+}", "one");
        var plain = Exchange.of(words[0], target);
        document.check(answer(plain, 200, "{}"));
        document.check(answer(plain, 422, "{\"detail\": []}"));
        document.lenient().check(answer(json(words[0], target, "{}"), 201, "[]"));
      }
      assertThat(document.coverage().missing()).isEmpty();
      assertThat(document.coverage().variants())
          .isGreaterThanOrEqualTo(2 * document.operations().size());
    }
  }

  @Test
  void dId_samples_areToldApart() throws IOException {
    var document = Contracts.dId();
    assertThat(document.operations()).hasSize(52);
    assertThat(document.check(talk(SAYS))).isEmpty();
    assertThat(
            document.check(
                talk("{\"type\": \"audio\", \"audio_url\": \"https://a.invalid/a.wav\"}")))
        .isEmpty();
    assertThat(document.check(form("/images", "image@face.png"))).isEmpty();
    assertThat(document.check(Exchange.of("GET", "/talks?limit=100"))).isEmpty();

    assertThat(document.check(talk("{\"type\": \"song\", \"input\": \"Hello\"}"))).isNotEmpty();
    assertThat(document.check(talk("{\"type\": \"text\", \"input\": 5}"))).isNotEmpty();
    assertThat(document.check(json("POST", "/talks", "{\"colour\": \"red\"}"))).isNotEmpty();
    assertThat(document.check(form("/images", "image=text"))).isNotEmpty();
    assertThat(document.check(Exchange.of("GET", "/talks?limit=many"))).isNotEmpty();
    assertThat(document.check(Exchange.of("PUT", "/talks"))).isNotEmpty();
  }

  @Test
  void dId_answers_areToldApart() throws IOException {
    var strict = Contracts.dId();
    var lenient = strict.lenient();
    var accepted =
        """
        {"id": "tlk_1", "created_at": "2026-11-21T08:00:00.000Z", "status": "created",
         "object": "talk", "created_by": "google-oauth2|1"}
        """;
    var running = "{\"kind\": \"TalkNotFound\"}";
    assertThat(strict.check(answer(talk(SAYS), 201, accepted))).isEmpty();
    assertThat(
            lenient.check(
                answer(talk(SAYS), 201, accepted.replace("{", "{\"pending_url\": \"x\", "))))
        .isEmpty();
    assertThat(strict.check(answer(talk(SAYS), 201, "{\"status\": \"created\"}"))).isNotEmpty();
    assertThat(lenient.check(answer(talk(SAYS), 201, "{\"status\": \"created\"}"))).isNotEmpty();
    assertThat(strict.check(answer(talk(SAYS), 429, running))).isNotEmpty();
    assertThat(lenient.check(answer(talk(SAYS), 429, running))).isEmpty();
  }

  @Test
  void elevenLabs_samples_areToldApart() throws IOException {
    var document = Contracts.elevenLabs();
    var speak =
        "/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/with-timestamps?output_format=mp3_44100_128";
    assertThat(document.operations()).hasSize(27);
    var request =
        json(
            "POST",
            speak,
            "{\"text\": \"Hi\", \"model_id\": \"eleven_multilingual_v2\", \"seed\": null}");
    assertThat(document.check(request)).isEmpty();
    assertThat(document.check(form("/v1/speech-to-text", "model_id=scribe_v1", "file@a.wav")))
        .isEmpty();
    assertThat(document.check(form("/v1/forced-alignment", "file@a.wav", "text=Hi"))).isEmpty();
    assertThat(
            document.check(
                answer(
                    request,
                    200,
                    """
                    {"audio_base64": "AAAA", "alignment": {"characters": ["H"],
                     "character_start_times_seconds": [0.0], "character_end_times_seconds": [0.1]},
                     "normalized_alignment": null}
                    """)))
        .isEmpty();

    assertThat(document.check(json("POST", speak, "{\"model_id\": \"x\"}"))).isNotEmpty();
    assertThat(
            document.check(
                json("POST", speak.replace("mp3_44100_128", "tape"), "{\"text\": \"a\"}")))
        .isNotEmpty();
    assertThat(
            document.check(
                json(
                    "POST",
                    speak,
                    "{\"text\": \"a\", \"voice_settings\": {\"stability\": \"high\"}}")))
        .isNotEmpty();
    assertThat(document.check(form("/v1/forced-alignment", "file@a.wav"))).isNotEmpty();
    assertThat(document.check(answer(request, 200, "{\"alignment\": {}}"))).isNotEmpty();
    assertThat(document.check(request.answered(200, "audio/mpeg", bytes("ID3")))).isNotEmpty();
  }

  @Test
  void openAi_samples_areToldApart() throws IOException {
    var document = Contracts.openAi();
    assertThat(document.operations()).hasSize(4);
    var request =
        form(
            "/v1/audio/transcriptions",
            "file@a.wav",
            "model=whisper-1",
            "response_format=verbose_json",
            "timestamp_granularities[]=word",
            "timestamp_granularities[]=segment");
    assertThat(document.check(request)).isEmpty();
    assertThat(
            document.check(
                answer(
                    request,
                    200,
                    """
                    {"task": "transcribe", "language": "english", "duration": 1.5, "text": "Hi",
                     "words": [{"word": "Hi", "start": 0.0, "end": 0.4}]}
                    """)))
        .isEmpty();

    assertThat(document.check(form("/v1/audio/transcriptions", "file@a.wav"))).isNotEmpty();
    assertThat(
            document.check(
                form(
                    "/audio/transcriptions",
                    "file@a.wav",
                    "model=whisper-1",
                    "timestamp_granularities[]=letter")))
        .isNotEmpty();
    assertThat(
            document.check(
                form("/audio/transcriptions", "file@a.wav", "model=whisper-1", "temperature=hot")))
        .isNotEmpty();
    assertThat(document.check(answer(request, 200, "{\"words\": \"Hi\"}"))).isNotEmpty();
    assertThat(document.check(json("POST", "/audio/speech", "{\"input\": \"Hello\"}")))
        .isNotEmpty();
  }
}
