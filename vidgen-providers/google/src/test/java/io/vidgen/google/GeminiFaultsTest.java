package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lost, late and damaged answers: one request each, and the truth about the money. */
@Timeout(300)
class GeminiFaultsTest {
  private static final String MODEL = "gemini-3.8-flash";

  private static final String TOO_FEW =
      GeminiAnswers.text(
          """
          {"title": "", "scenes": [{"dialogue": [{"text": "Hello."}], "visual": "The sea"}]}""");

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
  void call_connectionDroppedAfterTheRequest_hasAnUnknownOutcome() {
    for (var failure : List.of(script(dropped()), image(dropped()))) {
      assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
      assertThat(failure.charged()).isNull();
    }
    assertThat(gemini.posts()).isEqualTo(2);
  }

  @Test
  void call_droppedWhenAskedAgain_saysThatTheFirstOneWasPaid() {
    gemini.says(TOO_FEW);
    var failure = script(dropped());
    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure.charged()).isTrue();
    assertThat(failure.message()).contains("there are 1 scenes, not 2");
    assertThat(gemini.posts()).isEqualTo(2);
  }

  @Test
  void call_silence_endsAtTheTimeoutWithAnUnknownOutcome() {
    var late = new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).body(TOO_FEW).build();
    gemini.says(late);
    var impatient = FakeGemini.scripts(gemini.options(Duration.ofSeconds(2)), MODEL);
    long begin = System.nanoTime();
    var failure = gemini.failure(() -> write(impatient));
    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(18));
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @Test
  void call_pageInsteadOfJson_hasAnUnknownOutcome() {
    var page =
        new MockResponse.Builder().setHeader("Content-Type", "text/html").body("<html>").build();
    assertThat(image(page).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(gemini.posts()).isEqualTo(1);
  }

  @Test
  void call_overloaded_wasNotChargedAndMayBeTriedAgain() {
    var busy =
        new MockResponse.Builder()
            .code(503)
            .setHeader("Content-Type", "application/json")
            .body(GeminiAnswers.error(503, "UNAVAILABLE", "The model is overloaded."))
            .build();
    var failure = script(busy);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charged()).isFalse();
  }

  /** The helper looks for the key in all that was thrown. */
  @Test
  void call_goodAnswerThatRepeatsTheKey_showsItNowhere() {
    var reason = GeminiAnswers.text("api key " + FakeGemini.KEY + " is watched", "SAFETY");
    var failure = script(answer(reason));
    assertThat(failure.kind()).isEqualTo(FailureKind.CONTENT_FILTERED);
    assertThat(failure.message()).contains("is watched");
    var text = GeminiAnswers.text("I was called with " + FakeGemini.KEY, "OTHER");
    assertThat(image(answer(text)).message()).contains("I was called with");
  }

  private static MockResponse answer(String body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json; charset=UTF-8")
        .body(body)
        .build();
  }

  private Failure script(MockResponse response) {
    gemini.says(response);
    return gemini.failure(() -> write(gemini.scripts(MODEL)));
  }

  private ScriptResult write(GeminiScriptProvider provider) throws Exception {
    var work = (QuickWork<ScriptRequest, ScriptResult>) provider.work();
    return work.call(GeminiScriptProviderTest.request("en", 2, 2), gemini.context());
  }

  private Failure image(MockResponse response) {
    gemini.says(response);
    var request = new ImageRequest("Tea", "", VideoFormat.SQUARE, List.of(), null, 0);
    return gemini.failure(() -> gemini.draw("gemini-2.5-flash-image", request));
  }

  private static MockResponse dropped() {
    return new MockResponse.Builder()
        .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
        .build();
  }
}
