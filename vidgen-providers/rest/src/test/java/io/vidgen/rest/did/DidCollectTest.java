package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a clip is waited for and fetched. */
final class DidCollectTest extends DidFixture {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":"tlk_1","status":"created"}                                     | running
          {"id":"tlk_1","status":"started","pending_url":"s3://x/y.mp4"}        | running
          {"id":"tlk_1","status":"done","pending_url":"s3://x/y.mp4"}           | running
          {"id":"tlk_1","status":"dreaming"}                                    | running
          {"id":"tlk_1","status":"done","result_url":"https://x.invalid/y.mp4"} | ready
          {"id":"tlk_1","status":"error","error":{"kind":"FaceError"}}          | INVALID_REQUEST
          {"id":"tlk_1","status":"error"}                                       | UNAVAILABLE
          {"id":"tlk_1","status":"rejected"}                                    | CONTENT_FILTERED
          """)
  void poll_eachState_isUnderstood(String answer, String expected) throws Exception {
    vendor.answers("GET /talks/tlk_1", 200, answer);

    var poll = provider().work().poll(TALK, context);

    var seen =
        poll instanceof Poll.Failed failed
            ? failed.failure().kind().name()
            : poll.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void poll_unknownId_isRunningWhileFreshAndLaterAQuestionForAPerson() throws Exception {
    vendor.answers("GET /talks/tlk_1", 404, "{\"kind\":\"NotFoundError\",\"description\":\"no\"}");
    var options = vendor.options().reconcile(true, Duration.ofSeconds(60)).build();
    var work = new DidAvatarProvider(options).work();
    var fresh = new RemoteOperation("d-id", "tlk_1", Instant.now(), Map.of());

    assertThat(work.poll(fresh, context)).isInstanceOf(Poll.Running.class);
    var old = new RemoteOperation("d-id", "tlk_1", Instant.EPOCH, Map.of());
    var lost = catchThrowableOfType(VidgenException.class, () -> work.poll(old, context));
    assertThat(lost.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(lost.failure().charged()).isNull();
    assertThat(lost.failure().remedy()).contains("account");
  }

  @Test
  void collect_done_fetchesWithoutCredentialsAndReadsTheLength() throws Exception {
    done("/s3/a.mp4");
    vendor.file("/s3/a.mp4", Media.mp4(2500));

    var result = provider().work().collect(TALK, Media.talk(context, Media.HELLO), context);

    assertThat(result.duration()).isEqualTo(Duration.ofMillis(2500));
    assertThat(context.bytes(result.video())).isEqualTo(Media.mp4(2500));
    assertThat(vendor.asked("GET /s3/a.mp4").get(0).getHeaders().get("Authorization")).isNull();
  }

  @Test
  void collect_addressRunOut_isAskedForOnceMore() throws Exception {
    done("/s3/old.mp4");
    done("/s3/new.mp4");
    vendor.answers(
        "GET /s3/old.mp4",
        new MockResponse.Builder().code(403).body("<Error><Code>AccessDenied</Code>").build());
    vendor.file("/s3/new.mp4", Media.mp4(1000));

    var result = provider().work().collect(TALK, Media.talk(context, Media.HELLO), context);

    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(vendor.asked("GET /talks/tlk_1")).hasSize(2);
  }

  @Test
  void collect_freshAddressRefusedToo_doesNotCountAsGone() {
    done("/s3/old.mp4");
    vendor.answers("GET /s3/old.mp4", 403, "{}");
    var request = Media.talk(context, Media.HELLO);

    var e =
        catchThrowableOfType(
            VidgenException.class, () -> provider().work().collect(TALK, request, context));

    assertThat(e.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(e.failure().charged()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 451, 429, 500})
  void poll_questionRefused_saysNothingAboutTheCharge(int status) {
    vendor.answers("GET /talks/tlk_1", status, "{\"kind\":\"SomeError\"}");

    var e =
        catchThrowableOfType(VidgenException.class, () -> provider().work().poll(TALK, context));

    assertThat(e.failure().charged()).isNull();
  }

  @Test
  void collect_addressWithABar_isFetched() throws Exception {
    done("/s3/auth0|me/a.mp4");
    vendor.file("/s3/auth0%7Cme/a.mp4", Media.mp4(1000));

    var result = provider().work().collect(TALK, Media.talk(context, Media.HELLO), context);

    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void collect_s3Address_isSaidAndNotFetched() {
    vendor.answers(
        "GET /talks/tlk_1", 200, "{\"status\":\"done\",\"result_url\":\"s3://bucket/a.mp4\"}");
    var request = Media.talk(context, Media.HELLO);

    var e =
        catchThrowableOfType(
            VidgenException.class, () -> provider().work().collect(TALK, request, context));

    assertThat(e.kind()).isEqualTo(FailureKind.PROTOCOL);
  }
}
