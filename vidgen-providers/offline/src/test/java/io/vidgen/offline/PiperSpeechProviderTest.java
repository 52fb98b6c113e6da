package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.audio.WavWriter;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.TimingSource;
import io.vidgen.spi.Availability;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No piper and no model is needed: a shell script stands in for the program. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for piper is a shell script")
class PiperSpeechProviderTest {
  private static final String COPIES_A_TONE =
      "printf '%s\\n' \"$@\" > DIR/arguments\n"
          + "cat > DIR/input\n"
          + "sed -n 's/.*\"output_file\":\"\\([^\"]*\\)\".*/\\1/p' DIR/input"
          + " | while read -r f; do cp DIR/tone.wav \"$f\"; done\n";

  @TempDir private Path directory;
  private final PiperSpeechProviderFactory factory = new PiperSpeechProviderFactory();
  private final FakeCallContext call = FakeCallContext.create();

  @BeforeEach
  void tone() throws IOException {
    float[] sound = new float[22_050];
    for (int i = 2000; i < 20_000; i++) {
      sound[i] = (float) (0.3 * Math.sin(i * 0.05));
    }
    try (WavWriter wav = new WavWriter(directory.resolve("tone.wav"), 22_050)) {
      wav.write(sound, sound.length);
    }
  }

  @AfterEach
  void close() {
    call.close();
  }

  @Test
  void call_twoSentences_asksOnceInJsonLinesAndTimesAllWords() throws Exception {
    SpeechProvider voice = piper(COPIES_A_TONE);
    var request = Speech.request("Say \"hello\" now. Then go.", "en", "3", 1.25);

    SpeechResult result = Speech.speak(voice, request, call);

    List<String> input = Files.readAllLines(directory.resolve("input"));
    assertThat(input).hasSize(2);
    assertThat(input.get(0))
        .startsWith("{\"text\":\"Say \\\"hello\\\" now.\",\"output_file\":\"")
        .endsWith(",\"speaker_id\":3}");
    assertThat(Files.readAllLines(directory.resolve("arguments")))
        .containsExactly(
            "--model",
            directory.resolve("en_GB-voice.onnx").toString(),
            "--json-input",
            "--length_scale",
            "0.800",
            "--sentence_silence",
            "0",
            "--quiet");
    assertThat(Speech.texts(result)).containsExactly("Say", "\"hello\"", "now.", "Then", "go.");
    assertThat(result.words()).extracting("source").containsOnly(TimingSource.INTERPOLATED);
  }

  @Test
  void call_programFails_showsWhatItSaid() throws Exception {
    SpeechProvider voice = piper("echo 'model is broken' >&2\nexit 3\n");

    assertThatThrownBy(() -> Speech.speak(voice, Speech.request("Hello there.", "en"), call))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.LOCAL))
        .hasMessageContaining("status 3")
        .hasMessageContaining("model is broken");
  }

  @Test
  void call_programMakesNothing_namesTheSentence() throws Exception {
    SpeechProvider voice = piper("cat > /dev/null\n");

    assertThatThrownBy(() -> Speech.speak(voice, Speech.request("Hello there.", "en"), call))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("Hello there.");
  }

  @Test
  void call_programHangsAndTimeIsOver_killsIt() throws Exception {
    SpeechProvider voice = piper("sleep 600\n");
    call.limit(Duration.ZERO);

    assertThatThrownBy(() -> Speech.speak(voice, Speech.request("Hello there.", "en"), call))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT));
    assertThat(running()).isEmpty();
  }

  @Test
  void call_programHangsAndCallIsCancelled_killsIt() throws Exception {
    SpeechProvider voice = piper("sleep 600\n");
    call.cancel();

    assertThatThrownBy(() -> Speech.speak(voice, Speech.request("Hello there.", "en"), call))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));
    assertThat(running()).isEmpty();
  }

  @Test
  void call_program_seesNoKeysOfTheEnvironment() throws Exception {
    assertThat(System.getenv("VIDGEN_TEST_API_KEY")).isEqualTo("planted");

    Speech.speak(
        piper("env > DIR/environment\n" + COPIES_A_TONE),
        Speech.request("Hello there.", "en"),
        call);

    assertThat(Files.readString(directory.resolve("environment")))
        .contains("PATH=")
        .doesNotContain("VIDGEN_TEST_API_KEY")
        .doesNotContain("planted");
  }

  @Test
  void call_relativePaths_areThoseOfThisProcess() throws Exception {
    piper(COPIES_A_TONE);
    Path here = Path.of("").toAbsolutePath();
    SpeechProvider voice =
        factory.create(
            settings(
                here.relativize(directory.resolve("piper")),
                here.relativize(directory.resolve("en_GB-voice.onnx"))));

    SpeechResult result = Speech.speak(voice, Speech.request("Hello there.", "en"), call);

    assertThat(Speech.texts(result)).containsExactly("Hello", "there.");
  }

  @Test
  void model_otherVoiceOfTheSameName_isAnotherModel() throws Exception {
    SpeechProvider voice = piper(COPIES_A_TONE);
    Path model = directory.resolve("en_GB-voice.onnx");
    String first = voice.model();
    assertThat(voice.model()).isEqualTo(first);

    Files.writeString(model, "another model, longer");
    String second = voice.model();
    Files.writeString(directory.resolve("en_GB-voice.onnx.json"), "{\"noise_scale\":0.1}");
    String third = voice.model();
    Files.setLastModifiedTime(model, FileTime.fromMillis(1_000_000_000_000L));

    assertThat(List.of(first, second, third, voice.model())).doesNotHaveDuplicates();
  }

  @Test
  void capabilities_modelWithDescription_speaksItsLanguageOnly() throws Exception {
    SpeechProvider voice = piper(COPIES_A_TONE);

    assertThat(voice.capabilities().speaks(Locale.UK)).isTrue();
    assertThat(voice.capabilities().speaks(Locale.FRENCH)).isFalse();
    assertThat(voice.model()).contains("en_GB-voice.onnx");
  }

  @Test
  void availability_nothingThere_namesProgramAndModel() {
    assertThat(factory.availability(Settings.none()))
        .isInstanceOfSatisfying(
            Availability.Missing.class,
            missing -> {
              assertThat(missing.what()).contains("piper is not on the PATH", "no voice model");
              assertThat(missing.remedy()).contains("vidgen.offline.piper.model");
            });
  }

  /** Children of this process that still run; those that were killed may take a moment to go. */
  private static List<ProcessHandle> running() throws Exception {
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      if (child.info().command().orElse("").contains("sleep")) {
        child.onExit().get(100, TimeUnit.SECONDS);
      }
    }
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains("sleep 600"))
        .toList();
  }

  private SpeechProvider piper(String script) throws IOException {
    Path program = directory.resolve("piper");
    Files.writeString(program, "#!/bin/sh\n" + script.replace("DIR", directory.toString()));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path model = Files.writeString(directory.resolve("en_GB-voice.onnx"), "no real model");
    Files.writeString(
        directory.resolve("en_GB-voice.onnx.json"),
        "{\"audio\":{\"sample_rate\":22050},\"language\": {\"code\": \"en_GB\"}}");
    Settings settings = settings(program, model);
    assertThat(factory.availability(settings)).isEqualTo(Availability.available());
    return factory.create(settings);
  }

  private static Settings settings(Path program, Path model) {
    return new Settings(
        Map.of(
            "vidgen.offline.piper", program.toString(),
            "vidgen.offline.piper.model", model.toString()),
        Map.of());
  }
}
