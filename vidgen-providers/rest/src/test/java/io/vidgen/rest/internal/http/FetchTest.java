package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Paid calls whose answer is a file, or line after line. */
@Timeout(300)
final class FetchTest {
  private static final Expected VOICE = Expected.of(1 << 20, MediaKind.MP3);
  private static final ApiCall SPEAK =
      ApiCall.post("v1", "speak").json(Json.object()).answer(ApiCall.Answer.IGNORED).paid().build();

  private Vendor vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new Vendor();
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  private static MockResponse.Builder voice() {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "audio/mpeg")
        .setHeader("request-id", "r1")
        .body(new Buffer().writeUtf8("ID3").write(new byte[200_000]));
  }

  @Test
  void fetch_voice_streamedToFile() throws Exception {
    vendor.server.enqueue(voice().build());

    var received = vendor.client().fetch(SPEAK, VOICE, vendor.context);

    assertThat(Files.size(received.file())).isEqualTo(200_003);
    assertThat(received.headers().get("request-id")).isEqualTo("r1");
  }

  @Test
  void fetch_breaksOff_unknownOutcomeAndOnePost() {
    vendor.server.enqueue(voice().onResponseBody(new SocketEffect.CloseSocket()).build());

    var failure = failure(() -> vendor.client().fetch(SPEAK, VOICE, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void fetch_errorInsteadOfVoice_unknownOutcomeWithTheVendorsWords() {
    vendor.says(200, "application/json", "{\"error\":\"model asleep\"}");

    var failure = failure(() -> vendor.client().fetch(SPEAK, VOICE, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure.message()).contains("model asleep");
  }

  @Test
  void fetch_refused_mapped() {
    vendor.says(401, "application/json", "{\"detail\":\"bad key\"}");

    var failure = failure(() -> vendor.client().fetch(SPEAK, VOICE, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.AUTHENTICATION);
  }

  @Test
  void fetch_tooLong_stopped() {
    vendor.server.enqueue(voice().build());
    var small = Expected.of(1000, MediaKind.MP3);

    var failure = failure(() -> vendor.client().fetch(SPEAK, small, vendor.context));

    assertThat(failure.message()).contains("1000 bytes");
  }

  @Test
  void lines_streamed_eachGivenOn() {
    vendor.says(200, "application/json", "{\"n\":1}\n\n{\"n\":2}\r\n{\"n\":3}");
    var seen = new ArrayList<Integer>();

    vendor.client().lines(SPEAK, line -> seen.add(line.path("n").asInt()), vendor.context);

    assertThat(seen).isEqualTo(List.of(1, 2, 3));
  }

  @Test
  void lines_oneUnreadable_unknownOutcome() {
    vendor.says(200, "application/json", "{\"n\":1}\noops\n{\"n\":3}");

    var failure = failure(() -> vendor.client().lines(SPEAK, line -> {}, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  @Test
  void lines_lastOneCut_unknownOutcome() {
    vendor.server.enqueue(Vendor.json("").chunkedBody("{\"n\":1}\n{\"n\":2", 4).build());

    var failure = failure(() -> vendor.client().lines(SPEAK, line -> {}, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  @Test
  void lines_endlessLine_stopped() {
    vendor.says(200, "application/json", "{\"a\":\"" + "x".repeat(50_000));
    var client = vendor.builder().limits(ClientLimits.DEFAULT.answerBytes(10_000)).build();

    var failure = failure(() -> client.lines(SPEAK, line -> {}, vendor.context));

    assertThat(failure.message()).contains("10000 bytes");
  }

  @Test
  void lines_readerFails_isThrownOn() {
    vendor.says(200, "application/json", "{\"n\":1}\n");

    assertThatThrownBy(
            () ->
                vendor
                    .client()
                    .lines(
                        SPEAK,
                        line -> {
                          throw new IllegalStateException("mine");
                        },
                        vendor.context))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("mine");
  }
}
