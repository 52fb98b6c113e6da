package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.model.Artifact;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.openapi.OpenApiDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent is what D-ID's OpenAPI document allows. */
class DidRequestsTest {
  private static final String CREATED =
      "{\"id\":\"tlk_1\",\"object\":\"talk\",\"created_by\":\"me\","
          + "\"created_at\":\"2026-11-21T08:00:00.000Z\",\"status\":\"created\"}";

  private FakeDid vendor;
  private FakeCallContext context;

  @BeforeEach
  void start() throws IOException {
    vendor = new FakeDid();
    context = FakeCallContext.create();
    vendor.answers("POST /images", 201, "{\"url\":\"s3://images/u/img_1/face.jpg\",\"id\":\"1\"}");
    vendor.answers("POST /audios", 201, "{\"url\":\"s3://audios/u/aud_1/a.wav\",\"id\":\"1\"}");
    vendor.answers("POST /talks", 201, CREATED);
    vendor.answers("POST /clips", 201, CREATED.replace("talk", "clip").replace("tlk", "clp"));
    vendor.answers("GET /talks/tlk_1", 200, "{\"id\":\"tlk_1\",\"status\":\"started\"}");
    vendor.answers("GET /clips/clp_1", 200, "{\"id\":\"clp_1\",\"status\":\"started\"}");
    for (var path : List.of("/talks", "/clips")) {
      vendor.answers("GET " + path, 200, "{\"" + path.substring(1) + "\":[]}");
    }
    vendor.answers("GET /clips/presenters", 200, "{\"presenters\":[]}");
    vendor.answers("GET /clips/presenters/amy-1", 200, "{\"presenter_id\":\"amy-1\"}");
    vendor.answers("GET /clips/presenters/amy-1/drivers", 200, "{\"clips_drivers\":[]}");
    vendor.answers("GET /tts/voices", 200, "[]");
    vendor.answers("GET /credits", 200, "{\"remaining\":1,\"total\":2,\"credits\":[]}");
    for (var path : List.of("/talks/tlk_1", "/clips/clp_1", "/images/img_1", "/audios/aud_1")) {
      vendor.answers("DELETE " + path, 200, "{}");
    }
  }

  @AfterEach
  void stop() {
    context.close();
    vendor.close();
  }

  @Test
  void everythingThatCanBeSent_againstTheDocument_isAllowed() throws Exception {
    var document = document();
    int cases = submitAll();
    cases += askAll();

    for (var exchange : vendor.exchanges()) {
      assertThat(document.check(exchange)).as("%s", exchange).isEmpty();
    }
    var seen = document.coverage();
    assertThat(cases).isGreaterThanOrEqualTo(40);
    assertThat(seen.variants()).as(seen.report()).isGreaterThanOrEqualTo(30);
    assertThat(seen.seenOperations()).as(seen.report()).hasSize(17);
  }

  private int submitAll() throws Exception {
    int cases = 0;
    for (var voice : voices()) {
      submit(vendor.options().voice(voice), Media.talk(context, Media.HELLO));
      submit(vendor.options().voice(voice), Media.clip("amy-1", Media.HELLO));
      cases += 2;
    }
    for (var options : talkOptions()) {
      submit(options, Media.talk(context, Media.HELLO));
      submit(options, Media.spoken(context));
      cases += 2;
    }
    for (var options : clipOptions()) {
      submit(options, Media.clip("v2_public_alex@qcvo4gupoy", Media.HELLO));
      cases++;
    }
    for (var recording : recordings()) {
      submit(vendor.options(), Media.request(png(), null, null, recording, null));
      submit(vendor.options(), Media.request(null, "amy-1", null, recording, null));
      cases += 2;
    }
    return cases;
  }

  private int askAll() throws Exception {
    var provider = new DidAvatarProvider(vendor.options().build());
    var talk = Media.talk(context, Media.HELLO);
    var clip = Media.clip("amy-1", Media.HELLO);
    for (var request : List.of(talk, clip)) {
      provider.work().poll(provider.work().submit(request, context), context);
      assertThat(provider.work().find("another", request)).isEmpty();
    }
    var client = DidClient.of(vendor.options().build());
    client.presenters(1000, null);
    client.presenters(10, "a token/with+signs=");
    client.presenter("amy-1");
    client.drivers("amy-1");
    client.voices();
    client.voices("elevenlabs");
    client.credits();
    client.talks(100, null);
    client.talks(5, "next");
    client.clips(100, null);
    client.clips(5, "next");
    client.talk("tlk_1");
    client.clip("clp_1");
    client.deleteTalk("tlk_1");
    client.deleteClip("clp_1");
    client.deleteImage("img_1");
    client.deleteAudio("aud_1");
    return 21;
  }

  private static List<DidVoice> voices() {
    var jenny = DidVoice.of("microsoft", "en-US-JennyNeural");
    var rachel = DidVoice.of("elevenlabs", "21m00Tcm4TlvDq8ikWAM");
    return List.of(
        jenny,
        jenny.language("English"),
        jenny.settings(Map.of("style", "cheerful", "rate", "1.1", "pitch", "+5%")),
        rachel,
        DidVoice.of("elevenlabs", "").model("eleven_multilingual_v2"),
        rachel.settings(
            Map.of(
                "stability", "0.5",
                "similarity_boost", "0.8",
                "rate", "1.2",
                "style", "0.3",
                "use_speaker_boost", "true",
                "apply_language_text_normalization", "false")),
        DidVoice.of("amazon", "Joanna"),
        DidVoice.of("google", ""),
        DidVoice.of("google", "he-IL-Wavenet-A"),
        DidVoice.of("azure-openai", "alloy").settings(Map.of("rate", "0.9")));
  }

  private List<DidOptionsBuilder> talkOptions() {
    var happy = new DidExpression(0, DidExpression.Mood.HAPPY, 0.75);
    var serious = new DidExpression(50, DidExpression.Mood.SERIOUS, 1);
    return List.of(
        vendor.options().stitch(true),
        vendor.options().fluent(true),
        vendor.options().padAudio(Duration.ofMillis(1500)),
        vendor.options().resultFormat(DidResultFormat.MOV),
        vendor.options().expressions(List.of(happy, serious), 0),
        vendor.options().expressions(List.of(happy), 20).stitch(true),
        vendor.options().webhook(URI.create("https://hooks.invalid/did?token=unguessable")),
        vendor.options().elevenLabsKey(Secret.of("el-0123456789abcdef")));
  }

  private List<DidOptionsBuilder> clipOptions() {
    return List.of(
        vendor.options().backgroundColor("#1a2B3c"),
        vendor.options().outputResolution(720),
        vendor.options().resultFormat(DidResultFormat.MOV),
        vendor.options().webhook(URI.create("https://hooks.invalid/did")),
        vendor.options().elevenLabsKey(Secret.of("el-0123456789abcdef")));
  }

  private List<Artifact> recordings() {
    return List.of(
        context.input(Media.wav(), "audio/wav"), context.input(Media.mp3(), "audio/mpeg"));
  }

  private Artifact png() {
    return context.input(Media.png(), "image/png");
  }

  private void submit(DidOptionsBuilder options, AvatarRequest request) throws Exception {
    var operation = new DidAvatarProvider(options.build()).work().submit(request, context);
    assertThat(operation.id()).isNotBlank();
  }

  @Test
  void responses_ofTheDocumentAndMore_areRead() {
    vendor.answers(
        "GET /tts/voices",
        200,
        """
        [{"id":"en-US-JennyNeural","name":"Jenny","gender":"female","access":"public",
          "provider":"microsoft","languages":[{"language":"English","locale":"en-US"}],
          "styles":["chat"],"colour":"red"}]
        """);
    vendor.answers(
        "GET /clips/presenters",
        200,
        """
        {"presenters":[{"presenter_id":"amy-1","gender":"female","owner_id":"d-id",
          "preview_url":"https://x.invalid/p.gif","is_greenscreen":true,
          "voice":{"type":"microsoft","voice_id":"en-US-JennyNeural"},"new":[1]}],"token":"t2"}
        """);
    vendor.answers(
        "GET /clips/presenters/amy-1/drivers",
        200,
        "{\"clips_drivers\":[{\"driver_id\":\"drv\",\"presenter_id\":\"amy-1\",\"width\":1080.0}]}");
    vendor.answers("GET /credits", 404, "{\"kind\":\"NotFoundError\",\"description\":\"none\"}");
    vendor.answers(
        "GET /credits",
        200,
        """
        {"remaining":9.5,"total":10,"credits":[{"owner_id":"o","remaining":9.5,"total":10,
          "expire_at":"2026-12-01T00:00:00.000Z","plan_group":"lite"}]}
        """);
    var client = DidClient.of(vendor.options().build());

    assertThat(client.voices()).isEmpty();
    assertThat(client.voices().get(0).reference()).isEqualTo("microsoft:en-US-JennyNeural");
    assertThat(client.presenters(10, null).next()).isNull();
    var page = client.presenters(10, null);
    assertThat(page.next()).isEqualTo("t2");
    assertThat(page.items().get(0).voice()).isEqualTo("microsoft:en-US-JennyNeural");
    assertThat(page.items().get(0).transparent()).isTrue();
    assertThat(client.drivers("amy-1")).isEmpty();
    assertThat(client.drivers("amy-1").get(0).width()).isEqualTo(1080);
    assertThat(client.credits()).hasValueSatisfying(c -> assertThat(c.total()).isEqualTo(2));
    assertThat(client.credits()).isEmpty();
    assertThat(client.credits().orElseThrow().portions().get(0).plan()).isEqualTo("lite");
  }

  private static OpenApiDocument document() throws IOException {
    for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      var file = root.resolve("shared/contracts/d-id/d-id.openapi.json");
      if (Files.isRegularFile(file)) {
        return OpenApiDocument.load(file);
      }
    }
    assumeTrue(false, "needs shared/contracts/d-id/d-id.openapi.json beside the project");
    throw new IOException("no document");
  }
}
