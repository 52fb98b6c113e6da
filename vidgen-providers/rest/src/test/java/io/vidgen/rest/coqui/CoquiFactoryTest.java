package io.vidgen.rest.coqui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.ProviderFactoryContract;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of factories. */
final class CoquiFactoryTest extends ProviderFactoryContract {
  @Override
  protected ProviderFactory<?> factory() {
    return new CoquiSpeechProviderFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("COQUI_URL", "http://127.0.0.1:5002");
  }

  @Override
  protected Set<String> needed() {
    return Set.of("COQUI_URL");
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
  void builder_addressThatLeaksOrMisleads_isRefused() {
    for (var address :
        List.of("http://host.invalid:5002", "https://me:pw@host.invalid", "ftp://127.0.0.1")) {
      assertThatThrownBy(() -> CoquiOptions.builder(URI.create(address)))
          .isInstanceOf(VidgenException.class)
          .hasMessageNotContaining("pw");
    }
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

  @Test
  void create_wrongAddressInTheVariable_isNamedAsSuch() {
    var config = FakeProviderConfig.of(Map.of("COQUI_URL", "http://host.invalid:80"));

    assertThatThrownBy(() -> factory().create(config))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("COQUI_URL")
        .hasMessageContaining("vidgen.coqui.allow-http");
  }
}
