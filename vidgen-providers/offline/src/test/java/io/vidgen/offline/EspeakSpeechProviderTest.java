package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.TimingSource;
import io.vidgen.spi.Availability;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.Words;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EspeakSpeechProviderTest {
  private final EspeakSpeechProviderFactory factory = new EspeakSpeechProviderFactory();
  private final Settings settings =
      new Settings(Map.of(), Map.of("PATH", String.valueOf(System.getenv("PATH"))));
  private final FakeCallContext call = FakeCallContext.create();

  @AfterEach
  void close() {
    call.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|Chaque matin, à six heures, le port s'éveille. Ça va ? Bonjour !",
        "pt-BR|Toda manhã, o porto acorda devagar.",
        "de|Jeden Morgen wacht der Hafen auf, langsam.",
        "ar|في الصباح، يستيقظ الميناء ببطء.",
        "zh|今天天气很好，我们去公园吧。",
        "en-GB|The harbour wakes, slowly.",
      })
  void call_language_timesEveryShownWord(String language, String text) throws Exception {
    SpeechResult result = Speech.speak(installed(), Speech.request(text, language), call);

    assertThat(Speech.texts(result)).isEqualTo(Words.split(text, Locale.forLanguageTag(language)));
    assertThat(result.words()).extracting("source").containsOnly(TimingSource.INTERPOLATED);
    assertThat(result.words().get(result.words().size() - 1).end())
        .isLessThanOrEqualTo(result.duration());
    assertThat(Speech.peak(Speech.sound(result, call), 0, 60)).isBetween(0.1, 0.7079);
  }

  @Test
  void call_comma_wordAfterItBeginsAfterTheSilence() throws Exception {
    String text = "Le vieux port dort encore, pourtant le soleil brille.";
    SpeechResult result = Speech.speak(installed(), Speech.request(text, "fr"), call);

    var before = result.words().get(4);
    var after = result.words().get(5);
    assertThat(before.text()).isEqualTo("encore,");
    assertThat(after.start().minus(before.end()).toMillis()).isBetween(60L, 500L);
    double middle = (before.end().toMillis() + after.start().toMillis()) / 2000.0;
    assertThat(Speech.peak(Speech.sound(result, call), middle - 0.01, middle + 0.01))
        .isLessThan(0.02);
  }

  @Test
  void call_textThatLooksLikeAnOption_isSpoken() throws Exception {
    SpeechResult result =
        Speech.speak(installed(), Speech.request("--help -v [[hh]] <b>x</b>", "fr"), call);

    assertThat(result.words()).isNotEmpty();
  }

  @Test
  void call_voiceThatDoesNotExist_saysSo() {
    SpeechProvider voice = installed();

    assertThatThrownBy(
            () -> Speech.speak(voice, Speech.request("Bonjour.", "fr", "xx-nobody", null), call))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.LOCAL))
        .hasMessageContaining("espeak-ng");
  }

  @Test
  void check_voiceThatLooksLikeAnOption_isRefused() {
    assertThat(installed().check(Speech.request("Bonjour.", "fr", "--path=/etc", null)))
        .extracting("field")
        .containsExactly("voice");
  }

  @Test
  void availability_notInstalled_saysHowToInstall() {
    assertThat(factory.availability(Settings.none()))
        .isEqualTo(
            Availability.missing(
                "espeak-ng is not on the PATH", "install espeak-ng, or set vidgen.offline.espeak"));
  }

  @Test
  void availability_settingWithoutProgram_namesTheSetting() {
    assertThat(factory.availability(Settings.of("vidgen.offline.espeak", "/nowhere/espeak")))
        .isInstanceOfSatisfying(
            Availability.Missing.class,
            missing -> assertThat(missing.what()).contains("/nowhere/espeak"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
  void model_namesTheInstalledVersion_askedOnce(@TempDir Path directory) throws Exception {
    SpeechProvider voice =
        standIn(
            directory,
            "echo asked >> " + directory.resolve("log") + "\necho 'eSpeak NG: 1.52-dev  Data: /x'");

    assertThat(voice.model()).isEqualTo("espeak-ng-1/1.52-dev");
    assertThat(voice.model()).isEqualTo("espeak-ng-1/1.52-dev");
    assertThat(Files.readAllLines(directory.resolve("log"))).hasSize(1);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
  void model_versionCannotBeRead_isUnknown(@TempDir Path directory) throws Exception {
    assertThat(standIn(directory, "exit 1").model()).isEqualTo("espeak-ng-1/unknown");
  }

  private SpeechProvider standIn(Path directory, String script) throws IOException {
    Path program = Files.writeString(directory.resolve("espeak-ng"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return factory.create(Settings.of("vidgen.offline.espeak", program.toString()));
  }

  private SpeechProvider installed() {
    assumeTrue(
        factory.availability(settings) instanceof Availability.Available,
        "espeak-ng is not installed: apt-get install espeak-ng");
    return factory.create(settings);
  }
}
