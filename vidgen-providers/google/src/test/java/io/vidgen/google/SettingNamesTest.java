package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeProviderConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the factories say that they read, and what a pipeline makes of other options. */
class SettingNamesTest {
  private static final Map<String, String> KEY = Map.of("GEMINI_API_KEY", FakeGoogle.KEY);
  private static final Map<String, String> PLATFORM =
      Map.of(
          "GOOGLE_GENAI_USE_ENTERPRISE",
          "true",
          "GOOGLE_CLOUD_PROJECT",
          "project-of-test",
          "GOOGLE_CLOUD_LOCATION",
          "us-central1");

  @Test
  void settings_always_areThoseThatAreRead() {
    assertReads(new GeminiScriptProviderFactory(), KEY);
    assertReads(new NanoBananaImageProviderFactory(), KEY);
    assertReads(new VeoVideoProviderFactory(), KEY, PLATFORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vidgen.google.concurrent", "vidgen.google.concurrency"})
  void create_concurrentOrItsOlderName_isRead(String name) {
    var config = FakeProviderConfig.of(Map.of("GEMINI_API_KEY", FakeGoogle.KEY, name, "3"));

    assertThat(GoogleOptions.from(config).concurrency()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "vidgen.budgett, write vidgen.budget",
    "vidgen.price, write vidgen.prices",
    "vidgen.veo.usd-per-secnd, write vidgen.veo.usd-per-second",
    "VIDGEN_VEO_CONCURRENTT, write VIDGEN_VEO_CONCURRENT",
    "vidgen.veo.anything, remove it"
  })
  void build_optionThatNobodyReads_isRefusedWithTheNearest(String name, String remedy) {
    assertThatThrownBy(() -> builder().option(name, "1").build().close())
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("is no setting that anything here reads")
        .hasMessageContaining(remedy);
  }

  @Test
  void build_settingOfAProviderWithoutAKey_isTaken() {
    builder().option("vidgen.veo.model", "veo-3.1-generate-preview").build().close();
  }

  private static VideoPipelineBuilder builder() {
    return VideoPipeline.builder().composer(FakeComposer.create());
  }

  @SafeVarargs
  private static void assertReads(ProviderFactory<?> factory, Map<String, String>... ways) {
    Set<String> asked = new HashSet<>();
    for (var way : List.of(ways)) {
      var config = FakeProviderConfig.of(way);
      var unused = factory.create(config);
      asked.addAll(config.asked());
    }
    assertThat(factory.settings().orElseThrow())
        .as(factory.id())
        .containsExactlyInAnyOrderElementsOf(asked);
  }
}
