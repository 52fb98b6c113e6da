package io.vidgen.rest.internal.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.audio.WavReader;
import io.vidgen.error.FailureKind;
import io.vidgen.model.WordTiming;
import io.vidgen.testkit.FakeCallContext;
import java.util.Locale;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** Recordings that are longer than one upload may be. */
class WhisperPartsTest {
  private static final long MOST = 1_000_000;

  @Test
  void write_longRecording_isCutAtSilencesIntoFewParts() throws Exception {
    try (var context = FakeCallContext.create()) {
      var recording = context.file(WhisperCalls.tone(95, 44_100, context));

      var parts = WavParts.write(recording, MOST, context);

      assertThat(parts).hasSize(4);
      double end = 0;
      for (var part : parts) {
        assertThat(part.offset()).isEqualTo(end);
        assertThat(part.file()).isRegularFile();
        var sound = WavReader.read(part.file());
        assertThat(44 + 2L * sound.samples().length).isLessThanOrEqualTo(MOST);
        assertThat(sound.samples().length / 16_000.0).isEqualTo(part.length());
        end += part.length();
        if (end < 94) {
          // Silence is at 9.5 to 10, 19.5 to 20 and so on.
          assertThat(end % 10).as("cut at %s", end).isBetween(9.6, 9.9);
        }
      }
      assertThat(end).isBetween(94.999, 95.001);
    }
  }

  @Test
  void write_shortRecording_isOnePart() throws Exception {
    try (var context = FakeCallContext.create()) {
      var recording = context.file(WhisperCalls.tone(20, 48_000, context));

      var parts = WavParts.write(recording, MOST, context);

      assertThat(parts).hasSize(1);
      assertThat(parts.get(0).length()).isEqualTo(20);
    }
  }

  @Test
  void transcribe_twoParts_putsTheirWordsTogether() throws Exception {
    try (var server = new MockWebServer();
        var context = FakeCallContext.create()) {
      server.start();
      server.enqueue(word(1));
      server.enqueue(word(2));
      var audio = WhisperCalls.tone(55, 16_000, context);

      var words = WhisperCalls.transcribe(hosted(server), audio, Locale.ENGLISH, context).words();

      assertThat(words).extracting(WordTiming::text).containsExactly("word1", "word2");
      double second = words.get(1).start().toMillis() / 1000.0;
      assertThat((second - 2) % 10).isBetween(9.6, 9.9);
      assertThat(context.reported()).containsExactly(0.5, 1.0);
    }
  }

  @Test
  void transcribe_secondPartRefused_saysWhatWasPaidAndRemembersIt() throws Exception {
    try (var server = new MockWebServer();
        var context = FakeCallContext.create()) {
      server.start();
      server.enqueue(word(1));
      server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "1").build());
      var audio = WhisperCalls.tone(55, 16_000, context);
      var provider = hosted(server);

      var failure = WhisperCalls.failure(provider, audio, context).failure();

      assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
      assertThat(failure.charged()).isTrue();
      assertThat(failure.message()).contains("part 2 of 2").contains("paid");
      assertThat(server.getRequestCount()).isEqualTo(2);

      server.enqueue(word(2));
      var words = WhisperCalls.transcribe(provider, audio, Locale.ENGLISH, context).words();

      assertThat(words).hasSize(2);
      assertThat(server.getRequestCount()).as("the first part was not sent again").isEqualTo(3);
    }
  }

  @Test
  void transcribe_firstPartRefused_costNothing() throws Exception {
    try (var server = new MockWebServer();
        var context = FakeCallContext.create()) {
      server.start();
      server.enqueue(new MockResponse.Builder().code(429).build());
      var audio = WhisperCalls.tone(55, 16_000, context);

      var failure = WhisperCalls.failure(hosted(server), audio, context).failure();

      assertThat(failure.charged()).isFalse();
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void transcribe_tooLongAndNotWav_isRefusedBeforeItIsSent() throws Exception {
    try (var server = new MockWebServer();
        var context = FakeCallContext.create()) {
      server.start();
      var mp3 = context.input(("ID3" + "x".repeat(1_100_000)).getBytes(), "audio/mpeg");

      var failure = WhisperCalls.failure(hosted(server), mp3, context).failure();

      assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
      assertThat(failure.charged()).isFalse();
      assertThat(server.getRequestCount()).isZero();
    }
  }

  private static WhisperTranscriptionProvider hosted(MockWebServer server) {
    return WhisperCalls.provider(
        "OPENAI_API_KEY",
        "sk-test-0123456789",
        "OPENAI_BASE_URL",
        "http://127.0.0.1:" + server.getPort() + "/v1",
        "vidgen.whisper.max-kilobytes",
        String.valueOf(MOST / 1024));
  }

  private static MockResponse word(int number) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(
            "{\"language\":\"english\",\"text\":\"w\",\"words\":[{\"word\":\"word"
                + number
                + "\",\"start\":2.0,\"end\":2.5}]}")
        .build();
  }
}
