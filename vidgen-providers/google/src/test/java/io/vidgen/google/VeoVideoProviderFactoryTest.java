package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.VideoProviderFactory;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.ProviderFactoryContract;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VeoVideoProviderFactoryTest extends ProviderFactoryContract {

  @Override
  protected ProviderFactory<?> factory() {
    return new VeoVideoProviderFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "GEMINI_API_KEY", FakeGoogle.KEY, "vidgen.google.url", "http://127.0.0.1:9/prefix");
  }

  @Override
  protected Set<String> needed() {
    return Set.of("GEMINI_API_KEY");
  }

  @Override
  protected Set<String> secret() {
    return Set.of("GEMINI_API_KEY");
  }

  @Override
  protected Map<String, String> senseless() {
    return Map.of(
        "vidgen.google.url", "ftp://example",
        "vidgen.veo.model", "../etc",
        "vidgen.veo.unchecked", "perhaps",
        "vidgen.veo.time-limit", "soon",
        "vidgen.veo.first-poll", "1m",
        "vidgen.veo.extension-billing", "monthly",
        "vidgen.veo.usd-per-second", "1e99",
        "GOOGLE_GENAI_USE_VERTEXAI", "perhaps",
        "GOOGLE_GENAI_USE_ENTERPRISE", "perhaps",
        "vidgen.google.timeout", "0s");
  }

  @Test
  void factories_serviceLoader_findsIt() {
    assertThat(ServiceLoader.load(VideoProviderFactory.class))
        .hasAtLeastOneElementOfType(VeoVideoProviderFactory.class);
  }

  @Test
  void availability_platformWithoutProject_namesIt() {
    var config = FakeProviderConfig.of(Map.of("GOOGLE_GENAI_USE_VERTEXAI", "true"));

    assertThat(factory().availability(config))
        .isEqualTo(
            Availability.missing("no project for Google's platform", "set GOOGLE_CLOUD_PROJECT"));
  }

  @Test
  void create_bothKeys_takesGoogleApiKey() {
    var config =
        FakeProviderConfig.of(
            Map.of("GEMINI_API_KEY", "gemini-key-1", "GOOGLE_API_KEY", "google-key-1"));

    assertThat(GoogleOptions.from(config).key().orElseThrow().reveal()).isEqualTo("google-key-1");
  }

  @Test
  void create_platform_takesItsModelAndAddress() {
    var config =
        FakeProviderConfig.of(
            Map.of(
                "GOOGLE_GENAI_USE_VERTEXAI", "true",
                "GOOGLE_CLOUD_PROJECT", "films",
                "GOOGLE_CLOUD_LOCATION", "europe-west4"));

    var options = VeoOptions.from(config);

    assertThat(options.model()).isEqualTo(VeoModels.PLATFORM_DEFAULT);
    assertThat(options.google().url())
        .hasToString("https://europe-west4-aiplatform.googleapis.com");
  }

  @Test
  void price_set_isRead() {
    var config =
        FakeProviderConfig.of(
            Map.of("GEMINI_API_KEY", "k-12345", "vidgen.veo.usd-per-second", "0.15"));

    assertThat(VeoOptions.from(config).price()).contains(Money.usd("0.15"));
  }

  @Test
  void unchecked_setAsVariable_isRead() {
    var config =
        FakeProviderConfig.of(Map.of("GEMINI_API_KEY", "k-12345", "VIDGEN_VEO_UNCHECKED", "true"));

    assertThat(VeoOptions.from(config).isUnchecked()).isTrue();
  }
}
