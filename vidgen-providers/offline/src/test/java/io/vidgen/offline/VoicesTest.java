package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.offline.internal.voice.EspeakSpeechProvider;
import io.vidgen.offline.internal.voice.PiperSpeechProvider;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The voices that are known without a program; none of them is started. */
class VoicesTest {
  private static final Path NO_PROGRAM = Path.of("no-program");

  @Test
  void voices_freetts_areKevinsAndMen() {
    var voice = new FreeTtsSpeechProviderFactory().create(Settings.none());

    assertThat(voice.voices()).extracting(Voice::gender).containsOnly(VoiceGender.MALE);
    assertThat(voice.defaultVoice(Locale.UK).orElseThrow().id()).isEqualTo("kevin");
    assertThat(voice.defaultVoice(Locale.FRENCH)).isEmpty();
  }

  @Test
  void voices_silent_isNeitherManNorWoman() {
    var voice = new SilentSpeechProviderFactory().create(Settings.none());

    assertThat(voice.voices()).extracting(Voice::gender).containsExactly(VoiceGender.NEUTRAL);
  }

  @ParameterizedTest
  @CsvSource({
    "en,en-us",
    "en-GB,en-gb",
    "fr-CA,fr-fr",
    "pt-BR,pt-br",
    "zh,cmn",
    "no,nb",
    "es-MX,es-419"
  })
  void defaultVoice_espeak_isWhatSpeaksThatLanguage(String tag, String id) {
    SpeechProvider espeak = new EspeakSpeechProvider(NO_PROGRAM);
    var language = Locale.forLanguageTag(tag);

    var usual = espeak.defaultVoice(language).orElseThrow();

    assertThat(usual.id()).isEqualTo(id);
    assertThat(usual.gender()).isEqualTo(VoiceGender.MALE);
    assertThat(espeak.voices()).contains(usual);
    assertThat(espeak.voices())
        .filteredOn(voice -> voice.speaks(language) && voice.gender() == VoiceGender.FEMALE)
        .extracting(Voice::id)
        .contains(id + "+f3");
  }

  @Test
  void voices_espeak_haveIdsOfTheirOwnInLanguagesItSpeaks() {
    SpeechProvider espeak = new EspeakSpeechProvider(NO_PROGRAM);

    assertThat(espeak.voices()).extracting(Voice::id).doesNotHaveDuplicates();
    assertThat(espeak.voices())
        .allMatch(voice -> voice.languages().stream().allMatch(espeak.capabilities()::speaks));
  }

  @Test
  void voices_piper_isThatOfTheModelAsTheSettingSays() {
    var model = Path.of("fr_FR-siwis-medium.onnx");
    var unknown = new PiperSpeechProvider(NO_PROGRAM, model, VoiceGender.UNKNOWN);
    var woman = new PiperSpeechProvider(NO_PROGRAM, model, VoiceGender.FEMALE);

    assertThat(unknown.voices()).extracting(Voice::gender).containsExactly(VoiceGender.UNKNOWN);
    assertThat(woman.defaultVoice(Locale.FRENCH).orElseThrow().gender())
        .isEqualTo(VoiceGender.FEMALE);
    assertThat(woman.defaultVoice(Locale.FRENCH).orElseThrow().name())
        .isEqualTo("fr_FR-siwis-medium");
    assertThat(woman.defaultVoice(Locale.GERMAN)).isEmpty();
  }
}
