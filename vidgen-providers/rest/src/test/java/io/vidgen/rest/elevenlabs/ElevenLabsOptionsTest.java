package io.vidgen.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vidgen.spi.Secret;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:hunter2@api.elevenlabs.io",
        "http://api.elevenlabs.io",
        "ftp://127.0.0.1",
        "https://api.elevenlabs.io?x=1",
        "/v1"
      })
  void url_whereTheKeyMustNotBeSent_isRefusedAtItsLine(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options().url(URI.create(address)))
        .withMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.eu.residency.elevenlabs.io", "http://127.0.0.1:8080"})
  void url_encryptedOrLocal_isTaken(String address) {
    assertThat(options().url(URI.create(address + "/")).build().url())
        .isEqualTo(URI.create(address));
  }

  @Test
  void url_plainHttpThatIsAllowed_isTaken() {
    var address = URI.create("http://gateway.example.com");

    assertThat(options().url(address, true).build().url()).isEqualTo(address);
  }

  @Test
  void voices_ofTheVendor_haveTheirGender() {
    var provider = ElevenLabsSpeechProvider.create(options().build());

    assertThat(provider.defaultVoice(Locale.FRENCH).orElseThrow())
        .isEqualTo(
            new Voice(ElevenLabsOptions.DEFAULT_VOICE, "George", VoiceGender.MALE, Set.of()));
    assertThat(provider.voices()).extracting(Voice::id).doesNotHaveDuplicates();
    assertThat(provider.voices())
        .extracting(Voice::gender)
        .contains(VoiceGender.FEMALE, VoiceGender.MALE);
  }

  @Test
  void voices_ownVoice_hasTheGenderOfTheSetting() {
    var unknown = ElevenLabsSpeechProvider.create(options().voice("MyOwnVoice1").build());
    var woman =
        ElevenLabsSpeechProvider.create(
            options().voice("MyOwnVoice1").voiceGender(VoiceGender.FEMALE).build());

    assertThat(unknown.defaultVoice(Locale.FRENCH).orElseThrow().gender())
        .isEqualTo(VoiceGender.UNKNOWN);
    assertThat(woman.defaultVoice(Locale.FRENCH).orElseThrow().gender())
        .isEqualTo(VoiceGender.FEMALE);
    assertThat(woman.voices()).contains(woman.defaultVoice(Locale.FRENCH).orElseThrow());
  }

  private static ElevenLabsOptionsBuilder options() {
    return ElevenLabsOptions.builder(Secret.of("sk_0123456789"));
  }
}
