package io.vidgen.rest.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.rest.contract.RestFactoryContract;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.testkit.FakeProviderConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhisperFactoryTest extends RestFactoryContract {
  private static final String KEY = "sk-test-0123456789";

  @Override
  protected ProviderFactory<?> factory() {
    return new WhisperTranscriptionProviderFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("OPENAI_API_KEY", KEY);
  }

  @Override
  protected Set<String> needed() {
    return Set.of("OPENAI_API_KEY");
  }

  @Override
  protected Set<String> secret() {
    return Set.of("OPENAI_API_KEY");
  }

  @Override
  protected Map<String, String> senseless() {
    return Map.of(
        "WHISPER_URL", "ftp://files",
        "OPENAI_BASE_URL", "http://user:pass@host",
        "vidgen.whisper.shape", "round",
        "vidgen.whisper.model", "gpt-4o-transcribe",
        "vidgen.whisper.timeout", "soon",
        "vidgen.whisper.max-kilobytes", "1",
        "vidgen.whisper.parallel", "0",
        "vidgen.whisper.usd-per-minute", "cheap");
  }

  @Test
  void price_openAi_isByTheMinute() {
    var provider = create(Map.of("OPENAI_API_KEY", KEY));

    assertThat(provider.price(request(null))).isInstanceOf(Price.Unknown.class);
    var price = (Price.Range) provider.price(request(Duration.ofMinutes(10)));
    assertThat(price.low()).isEqualTo(Money.usd("0.06"));
    assertThat(price.high()).isLessThan(Money.usd("0.061"));
    assertThat(provider.model()).isEqualTo("whisper-1");
  }

  @Test
  void price_ownServer_isFreeEvenWithAKeyOfOpenAi() {
    var provider = create(Map.of("OPENAI_API_KEY", KEY, "WHISPER_URL", "http://127.0.0.1:8080"));

    assertThat(provider.price(request(Duration.ofMinutes(10)))).isEqualTo(Price.free());
    assertThat(provider.model()).isEqualTo("server-whisper-1");
  }

  @Test
  void create_otherModelOfOpenAi_wantsItsPrice() {
    var settings = Map.of("OPENAI_API_KEY", KEY, "vidgen.whisper.model", "gpt-transcribe");

    assertThatThrownBy(() -> create(settings)).hasMessageContaining("usd-per-minute");
  }

  @Test
  void model_settingNamesAFileOfThisMachine_isTheUsualOne() {
    var settings = Map.of("OPENAI_API_KEY", KEY, "vidgen.whisper.model", "/models/ggml-base.bin");

    assertThat(create(settings).model()).isEqualTo("whisper-1");
  }

  private static TranscriptionProvider create(Map<String, String> settings) {
    return new WhisperTranscriptionProviderFactory().create(FakeProviderConfig.of(settings));
  }

  private static TranscriptionRequest request(Duration length) {
    var audio = new Artifact(new Fingerprint("0".repeat(64)), "audio/wav", 1000);
    return new TranscriptionRequest(audio, null, null, 0, length);
  }
}
