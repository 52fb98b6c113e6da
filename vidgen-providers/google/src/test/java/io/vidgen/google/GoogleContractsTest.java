package io.vidgen.google;

import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.ImageProviderContract;
import io.vidgen.testkit.ScriptProviderContract;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The contracts of both kinds, against a service on 127.0.0.1. */
class GoogleContractsTest {

  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private FakeGemini gemini;

  @BeforeEach
  void start() throws Exception {
    gemini = new FakeGemini();
  }

  @AfterEach
  void stop() {
    gemini.close();
  }

  @Nested
  class Scripts extends ScriptProviderContract {

    @BeforeEach
    void answer() {
      gemini.says(
          GeminiAnswers.text(
              """
              {"title": "Tea", "scenes": [
              {"heading": "", "dialogue": [{"speaker": "", "text": "Tea is old."}],
               "visual": "A cup of tea", "sound": "", "clips": 1},
              {"heading": "", "dialogue": [{"speaker": "", "text": "Very old."}],
               "visual": "A tea garden", "sound": "", "clips": 1}]}"""));
    }

    @Override
    protected ScriptProvider provider() {
      return gemini.scripts("gemini-3.8-flash");
    }

    @Override
    protected ScriptRequest request(FakeCallContext context) {
      return request("tea", 2, 2, Locale.ENGLISH);
    }

    @Override
    protected List<ScriptRequest> requestsItCannotServe(FakeCallContext context) {
      return List.of(
          request(" ", 2, 2, Locale.ENGLISH),
          request("tea", 3, 2, Locale.ENGLISH),
          request("tea", -1, 2, Locale.ENGLISH),
          request("tea", 2, 2, Locale.ROOT),
          request("x".repeat(30_000), 2, 2, Locale.ENGLISH));
    }

    private static ScriptRequest request(String theme, int scenes, int clips, Locale language) {
      return new ScriptRequest(
          theme, List.of(), Duration.ofSeconds(16), language, scenes, clips, null, 0);
    }
  }

  @Nested
  class Images extends ImageProviderContract {

    @BeforeEach
    void answer() {
      gemini.says(GeminiAnswers.of("STOP", GeminiAnswers.picture(PNG, "image/png")));
    }

    @Override
    protected ImageProvider provider() {
      return gemini.images("gemini-nano-banana-2.1");
    }

    @Override
    protected ImageRequest request(FakeCallContext context) {
      return new ImageRequest(
          "A cup of tea",
          "",
          VideoFormat.PORTRAIT,
          List.of(context.input(PNG, "image/png")),
          null,
          0);
    }

    @Override
    protected List<ImageRequest> requestsItCannotServe(FakeCallContext context) {
      return List.of(
          new ImageRequest("", "", VideoFormat.PORTRAIT, List.of(), null, 0),
          new ImageRequest(
              "Tea",
              "",
              VideoFormat.PORTRAIT,
              List.of(context.input(new byte[10], "image/webp")),
              null,
              0));
    }
  }
}
