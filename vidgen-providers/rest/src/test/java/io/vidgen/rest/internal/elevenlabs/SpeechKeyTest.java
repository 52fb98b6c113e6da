package io.vidgen.rest.internal.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.SpeechRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpeechKeyTest {
  private static final SoundFormat PCM = SoundFormat.of("pcm_24000");
  private static final List<String> TEXTS = List.of("One, two.", "Three.");

  @Test
  void of_anythingThatDecides_changesIt() {
    var keys = new HashSet<String>();

    keys.add(SpeechKey.of("m/1", request("v", null, 0), TEXTS, PCM));
    keys.add(SpeechKey.of("m/2", request("v", null, 0), TEXTS, PCM));
    keys.add(SpeechKey.of("m/1", request("w", null, 0), TEXTS, PCM));
    keys.add(SpeechKey.of("m/1", request("v", 1.1, 0), TEXTS, PCM));
    keys.add(SpeechKey.of("m/1", request("v", null, 1), TEXTS, PCM));
    keys.add(SpeechKey.of("m/1", request("v", null, 0), TEXTS, SoundFormat.of("pcm_16000")));

    assertThat(keys).hasSize(6);
  }

  @Test
  void of_sameTextCutElsewhereIntoAsManyParts_isAnother() {
    var request = request(null, null, 0);

    var key = SpeechKey.of("m", request, List.of("One, two.", "Three."), PCM);

    assertThat(SpeechKey.of("m", request, List.of("One,", "two. Three."), PCM)).isNotEqualTo(key);
    assertThat(SpeechKey.of("m", request, List.of("One, two.", "Three."), PCM)).isEqualTo(key);
  }

  private static SpeechRequest request(String voice, Double speed, int take) {
    return new SpeechRequest("One, two. Three.", Locale.ENGLISH, voice, speed, take);
  }
}
