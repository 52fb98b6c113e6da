package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilentSpeechProviderTest {
  private final SpeechProvider voice = new SilentSpeechProviderFactory().create(Settings.none());
  private final FakeCallContext call = FakeCallContext.create();

  @AfterEach
  void close() {
    call.close();
  }

  @Test
  void call_text_isSilentAsLongAsItTakesToRead() throws Exception {
    String text = "One two three four five six seven eight nine ten eleven twelve.";
    SpeechResult result = Speech.speak(voice, Speech.request(text, "en"), call);

    var sound = Speech.sound(result, call);
    assertThat(result.words()).hasSize(12);
    assertThat(result.words()).extracting("source").containsOnly(TimingSource.READING_SPEED);
    assertThat(result.duration().toMillis()).isBetween(3500L, 6000L);
    assertThat(sound.samples().length).isEqualTo(result.duration().toMillis() * 48);
    assertThat(Speech.peak(sound, 0, 60)).isZero();
  }

  @Test
  void call_doubleSpeed_takesHalfTheTime() throws Exception {
    SpeechResult once = Speech.speak(voice, Speech.request("Read this slowly.", "en"), call);
    SpeechResult twice =
        Speech.speak(voice, Speech.request("Read this slowly.", "en", null, 2.0), call);

    assertThat(twice.words().get(2).start().toMillis())
        .isLessThan(once.words().get(2).start().toMillis() * 2 / 3);
  }
}
