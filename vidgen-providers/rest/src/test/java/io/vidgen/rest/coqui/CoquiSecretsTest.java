package io.vidgen.rest.coqui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.rest.wav2lip.Wav2LipLipSyncProviderFactory;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.SecretHunt;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers of the user's own are told no keys of other vendors, whatever they answer. */
@Timeout(300)
final class CoquiSecretsTest {
  private static final Map<String, String> KEYS =
      Map.of(
          "DID_API_KEY", "planted-did-key-1",
          "ELEVENLABS_API_KEY", "planted-eleven-key-2",
          "OPENAI_API_KEY", "planted-openai-key-3",
          "GOOGLE_API_KEY", "planted-google-key-4");

  @Test
  void requests_keysOfOthersAreSet_carryNoneOfThem() throws Exception {
    try (var server = new MockWebServer();
        var context = FakeCallContext.create()) {
      server.start();
      var url = "http://127.0.0.1:" + server.getPort();
      var settings = new LinkedHashMap<>(KEYS);
      settings.put("COQUI_URL", url);
      settings.put("WAV2LIP_URL", url);
      var config = FakeProviderConfig.of(settings);
      server.enqueue(wav());
      server.enqueue(new MockResponse.Builder().code(401).build());
      server.enqueue(new MockResponse.Builder().code(200).body("{}").build());
      server.enqueue(new MockResponse.Builder().code(407).build());

      var speech = new CoquiSpeechProviderFactory().create(config);
      var speak = (QuickWork<SpeechRequest, SpeechResult>) speech.work();
      var text = new SpeechRequest("Hello. Bye.", Locale.ENGLISH, null, null, 0);
      refused(() -> speak.call(text, context));
      var lips = new Wav2LipLipSyncProviderFactory().create(config);
      var sync = (QuickWork<LipSyncRequest, ClipResult>) lips.work();
      var face = context.input(new byte[] {1}, "image/png");
      var voice = context.input(new byte[] {2}, "audio/wav");
      refused(() -> sync.call(new LipSyncRequest(face, voice, 0), context));

      var hunt = SecretHunt.of(KEYS.values().toArray(String[]::new));
      assertThat(server.getRequestCount()).isEqualTo(4);
      for (int i = 0; i < 4; i++) {
        var sent = server.takeRequest();
        assertThat(hunt.inText("request", dump(sent))).isEmpty();
        assertThat(sent.getHeaders().names())
            .doesNotContain("Authorization", "xi-api-key", "Cookie", "Proxy-Authorization");
      }
    }
  }

  private static void refused(ThrowingCallable work) {
    Assertions.assertThatThrownBy(work).isNotNull();
  }

  private static MockResponse wav() throws Exception {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "audio/wav")
        .body(new Buffer().write(ServerSound.sentence(0.5, 1)))
        .build();
  }

  private static String dump(RecordedRequest request) {
    ByteString body = request.getBody();
    return request.getTarget()
        + request.getHeaders()
        + (body == null ? "" : body.string(StandardCharsets.ISO_8859_1));
  }
}
