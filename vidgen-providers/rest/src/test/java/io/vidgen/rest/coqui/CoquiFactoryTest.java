package io.vidgen.rest.coqui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.rest.contract.ServerFactoryContract;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.FakeProviderConfig;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of factories. */
final class CoquiFactoryTest extends ServerFactoryContract {
  @Override
  protected ProviderFactory<?> factory() {
    return new CoquiSpeechProviderFactory();
  }

  @Override
  protected String variable() {
    return "COQUI_URL";
  }

  @Override
  protected String prefix() {
    return "vidgen.coqui.";
  }

  @Override
  protected Object options(URI address) {
    return CoquiOptions.builder(address);
  }

  @Override
  protected Map<String, String> senseless() {
    return Map.of(
        "vidgen.coqui.url", "ftp://127.0.0.1",
        "vidgen.coqui.route", "morse",
        "vidgen.coqui.style", "cheerful",
        "vidgen.coqui.part-length", "7",
        "vidgen.coqui.timeout", "soon",
        "vidgen.coqui.parallel", "0");
  }

  @Test
  void voices_ofTheOptions_haveTheGenderOfTheSetting() {
    var settings = new HashMap<>(settings());
    var unknown = ((CoquiSpeechProvider) factory().create(FakeProviderConfig.of(settings)));
    settings.put("vidgen.coqui.gender", "female");
    settings.put("vidgen.coqui.speaker", "p225");
    var woman = ((CoquiSpeechProvider) factory().create(FakeProviderConfig.of(settings)));

    assertThat(unknown.voices()).extracting(Voice::gender).containsExactly(VoiceGender.UNKNOWN);
    assertThat(woman.voices()).containsExactly(Voice.of("p225", VoiceGender.FEMALE));
    assertThat(woman.defaultVoice(Locale.FRENCH)).contains(Voice.of("p225", VoiceGender.FEMALE));
  }

  @Test
  void builder_httpAllowed_takesAnyHost() {
    assertThat(CoquiOptions.builder(URI.create("http://host.invalid:5002"), true).build().url())
        .hasToString("http://host.invalid:5002");
  }

  @Test
  void callLimit_longText_leavesEachPartItsTimeout() {
    var provider = factory().create(FakeProviderConfig.of(settings()));
    var text = "This is one of many sentences that are spoken. ".repeat(40);
    var request = new SpeechRequest(text, Locale.ENGLISH, null, null, 0);

    assertThat(((CoquiSpeechProvider) provider).callLimit(request))
        .isGreaterThan(Duration.ofMinutes(5 * 8));
  }
}
