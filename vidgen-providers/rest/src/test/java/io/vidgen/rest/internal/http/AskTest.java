package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static io.vidgen.rest.internal.http.Vendor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.testkit.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
final class AskTest {
  private static final ApiCall ASK = ApiCall.get("talks", "1").build();

  private Vendor vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new Vendor();
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  @Test
  void ask_withoutContext_answers() {
    vendor.says(200, "application/json", "{\"status\":\"done\"}");

    assertThat(Json.text(vendor.client().ask(ASK).json(), "status")).contains("done");
  }

  @Test
  void ask_noContent_hasNoJson() {
    vendor.server.enqueue(new MockResponse.Builder().code(204).build());

    var reply = vendor.client().ask(ApiCall.delete("images", "1").build());

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.json().isMissingNode()).isTrue();
  }

  @Test
  void ask_text_isGivenAsText() {
    vendor.says(200, "text/plain; charset=ISO-8859-1", "en\n");

    var call = ApiCall.get("locales").answer(ApiCall.Answer.TEXT).build();

    assertThat(vendor.client().ask(call, vendor.context).text()).isEqualTo("en\n");
  }

  @Test
  void ask_anyText_isTakenAsHtmlUnlessItIsAPage() {
    vendor.says(200, "text/html; charset=utf-8", "en\nde\n");
    vendor.says(200, "text/html; charset=utf-8", " <html>sign in</html>");
    var call = ApiCall.get("locales").answer(ApiCall.Answer.ANY_TEXT).build();

    assertThat(vendor.client().ask(call, vendor.context).text()).isEqualTo("en\nde\n");
    assertThat(failure(() -> vendor.client().ask(call, vendor.context)).kind())
        .isEqualTo(FailureKind.PROTOCOL);
  }

  @Test
  void ask_connectionDrops_unavailableAndFree() {
    for (int i = 0; i < 4; i++) {
      vendor.server.enqueue(
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    }

    var failure = failure(() -> vendor.client().ask(ASK, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charged()).isFalse();
  }

  @Test
  void ask_redirected_notFollowed() {
    vendor.server.enqueue(
        new MockResponse.Builder().code(302).setHeader("Location", "/other").build());

    assertThat(failure(() -> vendor.client().ask(ASK, vendor.context)).kind())
        .isEqualTo(FailureKind.PROTOCOL);
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void ask_errorBodyHuge_isCutAndShown() {
    vendor.says(400, "text/plain", "wrong voice " + "x".repeat(1 << 20));

    var failure = failure(() -> vendor.client().ask(ASK, vendor.context));

    assertThat(failure.message()).contains("wrong voice").hasSizeLessThan(500);
  }

  @Test
  void ask_hostDown_isLeftAloneForAWhile() {
    var clock = ManualClock.create();
    var client = vendor.builder().clock(clock).build();
    for (int i = 0; i < 10; i++) {
      vendor.says(503, "text/plain", "down");
      failure(() -> client.ask(ASK, vendor.context));
    }

    var refused = failure(() -> client.ask(ASK, vendor.context));
    var submit = failure(() -> client.submit(Vendor.paid().build(), vendor.context));

    assertThat(refused.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(refused.retryAfter()).isNotNull();
    assertThat(submit.charged()).isFalse();
    assertThat(vendor.server.getRequestCount()).isEqualTo(10);

    clock.advance(Duration.ofSeconds(16));
    vendor.says(200, "application/json", "{}");
    assertThat(client.ask(ASK, vendor.context).status()).isEqualTo(200);
  }

  @Test
  void ask_manyAtOnce_runSideBySide() throws Exception {
    int number = 40;
    var together = new CountDownLatch(number);
    vendor.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            together.countDown();
            boolean all = together.await(100, TimeUnit.SECONDS);
            return json("{\"all\":" + all + "}").build();
          }
        });
    var client = vendor.client();
    var threads = Executors.newFixedThreadPool(number);
    try {
      var asked =
          IntStream.range(0, number)
              .mapToObj(i -> threads.submit(() -> client.ask(ASK, vendor.context)))
              .toList();
      for (var reply : asked) {
        assertThat(reply.get().json().path("all").asBoolean()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
