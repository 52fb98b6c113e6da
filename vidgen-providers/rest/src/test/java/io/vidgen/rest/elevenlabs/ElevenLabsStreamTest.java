package io.vidgen.rest.elevenlabs;

import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.json;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.request;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.model.WordTiming;
import io.vidgen.rest.internal.http.Json;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Speech that comes in pieces. */
@Timeout(300)
final class ElevenLabsStreamTest extends ElevenLabsFixture {
  @Test
  void call_stream_joinsItsPiecesAndTheirTimes() throws Exception {
    var text = "Hello there, streaming world.";
    desk.noModels().says(lines(text, 3));

    var result = desk.speak(desk.options().streaming(true), request(text));

    assertThat(result.words())
        .extracting(WordTiming::text)
        .containsExactly("Hello", "there,", "streaming", "world.");
    desk.taken();
    assertThat(desk.taken().getUrl().encodedPath())
        .endsWith("/JBFqnCBsd6RMkjVDRZzb/stream/with-timestamps");
  }

  @Test
  void call_badLineInAStream_isAFailureAndNotSkipped() {
    desk.noModels().says(json(200, ElevenLabsDesk.speech("Hello there") + "\n{broken\n"));

    var failure = failure(() -> desk.speak(desk.options().streaming(true), request("Hello there")));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure.failure().charged()).isNull();
    assertThat(desk.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void call_errorAsALineOfAStream_isAFailure() {
    desk.noModels()
        .says(
            json(
                200,
                ElevenLabsDesk.speech("Hello")
                    + "\n{\"detail\":{\"status\":\"system_busy\",\"message\":\"Busy.\"}}\n"));

    var failure = failure(() -> desk.speak(desk.options().streaming(true), request("Hello")));

    assertThat(failure).hasMessageContaining("system_busy");
    assertThat(failure.failure().charged()).isNull();
  }

  @Test
  void call_streamThatEndsBeforeTheText_isAFailure() {
    desk.noModels().says(spoken("Only this", "req-1"));

    var failure =
        failure(
            () ->
                desk.speak(
                    desk.options().streaming(true),
                    request("Only this was spoken of a much longer text, which is paid.")));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.failure().charged()).isTrue();
  }

  private static MockResponse.Builder lines(String text, int pieces) {
    var whole = ElevenLabsDesk.times(text);
    var sound = Base64.getDecoder().decode(ElevenLabsDesk.sound(text));
    var out = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      var node = Json.object();
      node.put(
          "audio_base64",
          Base64.getEncoder()
              .encodeToString(
                  Arrays.copyOfRange(
                      sound, sound.length * i / pieces, sound.length * (i + 1) / pieces)));
      var times = Json.object();
      for (var name :
          List.of("characters", "character_start_times_seconds", "character_end_times_seconds")) {
        var all = whole.path(name);
        var some = times.putArray(name);
        for (int k = all.size() * i / pieces; k < all.size() * (i + 1) / pieces; k++) {
          some.add(all.get(k));
        }
      }
      node.set("alignment", times);
      node.putNull("normalized_alignment");
      out.append(node).append('\n');
    }
    return json(200, out.toString());
  }
}
