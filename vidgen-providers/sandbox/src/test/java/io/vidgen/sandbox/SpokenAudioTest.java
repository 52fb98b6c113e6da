package io.vidgen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.internal.media.MediaFixture;
import io.vidgen.sandbox.internal.media.Recording;
import io.vidgen.sandbox.internal.media.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Speech is found again in other files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpokenAudioTest {
  private static final List<String> TEXTS =
      List.of(
          "The fox sleeps in the grass.",
          "The dog sleeps in the house.",
          "On a cold morning, seven ships left the harbour; only two came back.",
          "On a cold evening, seven boats left the island; only one came back.",
          "Yes.",
          "A long time ago there was a king who had three daughters. The youngest was called Ada. "
              + "She could count every star in the sky, and she did so every night.");

  private MediaFixture media;

  @BeforeAll
  void speak(@TempDir Path directory) throws Exception {
    media = new MediaFixture(directory);
    for (String text : TEXTS) {
      media.voices().speak(new Voices.Order(text, "en", "a", 1));
    }
  }

  @AfterAll
  void stop() {
    media.close();
  }

  @Test
  void hear_mp3WithPaddingAndGain_returnsTheWordsShifted() throws Exception {
    for (String text : TEXTS) {
      var recording = media.voices().speak(new Voices.Order(text, "en", "a", 1));
      var mp3 =
          media
              .ffmpeg()
              .convert(
                  recording.wav(),
                  List.of(
                      "-af",
                      "adelay=730:all=1,apad=pad_dur=1.3,volume=-9dB",
                      "-ar",
                      "44100",
                      "-ac",
                      "2",
                      "-b:a",
                      "64k"),
                  "mp3");

      var heard = media.register().hear(mp3).orElseThrow();

      assertWords(heard, recording, Duration.ofMillis(730));
    }
  }

  @Test
  void hear_lowRateAac_returnsTheWords() throws Exception {
    for (String text : TEXTS) {
      var recording = media.voices().speak(new Voices.Order(text, "en", "a", 1));
      var aac =
          media
              .ffmpeg()
              .convert(
                  recording.wav(), List.of("-ar", "16000", "-c:a", "aac", "-b:a", "24k"), "m4a");

      assertWords(media.register().hear(aac).orElseThrow(), recording, Duration.ZERO);
    }
  }

  @Test
  void hear_speechNobodyMade_isEmpty() throws Exception {
    var other = media.strangersVoice("The cat walks in the street.");

    assertThat(media.register().hear(other)).isEmpty();
  }

  @Test
  void hear_silence_isEmpty() throws Exception {
    var silence =
        media
            .ffmpeg()
            .convert(
                media.voices().speak(new Voices.Order("Yes.", "en", "a", 1)).wav(),
                List.of("-af", "volume=0"),
                "wav");

    assertThat(media.register().hear(silence)).isEmpty();
  }

  @Test
  void register_aRealVoice_isFoundInAnotherEncoding() throws Exception {
    var jfk = jfk();
    var words =
        List.of(
            new WordTiming(
                "Americans",
                Duration.ofMillis(1200),
                Duration.ofMillis(1900),
                TimingSource.ALIGNED));
    media.register().register(jfk, words, "en");

    var mp3 = media.ffmpeg().convert(jfk, List.of("-af", "adelay=400:all=1", "-b:a", "32k"), "mp3");
    var heard = media.register().hear(mp3).orElseThrow();

    assertThat(heard.text()).isEqualTo("Americans");
    assertThat(heard.words().get(0).start())
        .isBetween(Duration.ofMillis(1540), Duration.ofMillis(1660));
  }

  private static Path jfk() {
    for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      var file = root.resolve("shared/media/jfk.wav");
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return Assumptions.abort("needs shared/media/jfk.wav beside the project");
  }

  private static void assertWords(Heard heard, Recording recording, Duration shift)
      throws IOException {
    assertThat(heard.words())
        .extracting(WordTiming::text)
        .containsExactlyElementsOf(recording.words().stream().map(WordTiming::text).toList());
    assertThat(heard.likeness()).isGreaterThan(0.9);
    for (int i = 0; i < heard.words().size(); i++) {
      var expected = recording.words().get(i).start().plus(shift);
      assertThat(heard.words().get(i).start().minus(expected).abs())
          .as(heard.words().get(i).text())
          .isLessThan(Duration.ofMillis(60));
    }
  }
}
