package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor that shows the key to whoever looks, and an SDK that does not pass it on. */
@Timeout(300)
final class SecretLeakTest {
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(Vendor.KEY.getBytes(StandardCharsets.UTF_8));

  private Vendor vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new Vendor();
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 429, 500})
  void submit_answerEchoesKey_neverShown(int status) {
    vendor.server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Location", "https://h.invalid/?key=" + Vendor.KEY)
            .setHeader("X-Goog-Api-Key", Vendor.KEY)
            .setHeader("Content-Type", "text/plain")
            .body("your key " + Vendor.KEY + " or " + ENCODED + " is bad")
            .build());

    assertShowsNothing(
        catchThrowable(() -> vendor.client().submit(Vendor.paid().build(), vendor.context)));
  }

  @Test
  void submit_statusLineOrHeaderMangled_neverShown() {
    vendor.server.enqueue(
        new MockResponse.Builder().status("HTTP/1.1 " + Vendor.KEY).body("x").build());

    assertShowsNothing(
        catchThrowable(() -> vendor.client().submit(Vendor.paid().build(), vendor.context)));
  }

  @Test
  void download_signedAddress_neverShown() {
    for (int i = 0; i < 6; i++) {
      vendor.server.enqueue(
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    }
    var address = vendor.at("/film?X-Amz-Signature=" + ENCODED.replace("+", "").replace("=", ""));

    var thrown =
        catchThrowable(
            () ->
                vendor.client().download(address, Expected.of(10, MediaKind.MP4), vendor.context));

    assertThat(stack(thrown)).doesNotContain("X-Amz-Signature");
  }

  @Test
  void log_debug_holdsNoKey() throws Exception {
    vendor.says(200, "application/json", "{}");
    var call = ApiCall.post("talks", Vendor.KEY).build();

    var log = StandardError.during(() -> vendor.client().submit(call, vendor.context));

    assertThat(log).contains("POST /talks/***");
    assertHidden(log);
  }

  private static void assertShowsNothing(Throwable thrown) {
    assertThat(thrown).isNotNull();
    assertHidden(stack(thrown));
  }

  private static void assertHidden(String text) {
    assertThat(text).doesNotContain(Vendor.KEY).doesNotContain(ENCODED).doesNotContain("secret+v");
  }

  private static String stack(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
