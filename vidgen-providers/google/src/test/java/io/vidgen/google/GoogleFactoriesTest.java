package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.ScriptProviderFactory;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.ProviderFactoryContract;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contracts of both factories. */
class GoogleFactoriesTest {

  private static final Map<String, String> KEY = Map.of("GEMINI_API_KEY", FakeGemini.KEY);

  /** What they share. */
  abstract static class OfGoogle extends ProviderFactoryContract {

    @Override
    protected Map<String, String> settings() {
      return KEY;
    }

    @Override
    protected Set<String> needed() {
      return Set.of("GEMINI_API_KEY");
    }

    @Override
    protected Set<String> secret() {
      return Set.of("GEMINI_API_KEY");
    }
  }

  @Nested
  class Scripts extends OfGoogle {

    @Override
    protected ProviderFactory<?> factory() {
      return new GeminiScriptProviderFactory();
    }

    @Override
    protected Map<String, String> senseless() {
      return Map.of(
          "vidgen.gemini.model", "models/../files",
          "vidgen.gemini.usd-per-million-input", "cheap",
          "vidgen.gemini.usd-per-million-output", "1e9");
    }

    @Test
    void create_settings_areUsed() {
      var provider =
          new GeminiScriptProviderFactory()
              .create(
                  config(
                      "vidgen.gemini.model", "gemini-2.5-pro",
                      "vidgen.gemini.usd-per-million-input", "2",
                      "vidgen.gemini.usd-per-million-output", "20"));
      assertThat(provider.model()).isEqualTo("gemini-2.5-pro");
      assertThat(provider.priceCard().rates())
          .extracting(Rate::amount)
          .containsExactlyInAnyOrder(Money.usd("2"), Money.usd("20"));
      assertThat(new GeminiScriptProviderFactory().create(config()).model())
          .isEqualTo("gemini-3.8-flash");
    }
  }

  @Nested
  class Images extends OfGoogle {

    @Override
    protected ProviderFactory<?> factory() {
      return new NanoBananaImageProviderFactory();
    }

    @Override
    protected Map<String, String> senseless() {
      return Map.of(
          "vidgen.nano-banana.model", "?",
          "vidgen.nano-banana.size", "512",
          "vidgen.nano-banana.usd-per-image", "-1");
    }

    @Test
    void create_settings_areUsed() {
      var provider =
          new NanoBananaImageProviderFactory()
              .create(
                  config(
                      "vidgen.nano-banana.size", "1K",
                      "vidgen.nano-banana.usd-per-image", "0.05"));
      assertThat(provider.model()).isEqualTo("gemini-nano-banana-2.1:1K");
      assertThat(provider.priceCard())
          .isEqualTo(PriceCard.own(Rate.of(PriceUnit.IMAGE, Money.usd("0.05"))));
    }

    @Test
    void create_sizeThatTheModelDoesNotMake_isRefused() {
      var config =
          config(
              "vidgen.nano-banana.model",
              "gemini-2.5-flash-image",
              "vidgen.nano-banana.size",
              "2K");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> new NanoBananaImageProviderFactory().create(config))
          .hasMessageContaining("vidgen.nano-banana.size")
          .hasMessageContaining("1K");
    }
  }

  @Test
  void serviceLoader_both_areFound() {
    assertThat(ServiceLoader.load(ScriptProviderFactory.class))
        .anyMatch(factory -> factory.id().equals("gemini"));
    assertThat(ServiceLoader.load(ImageProviderFactory.class))
        .anyMatch(factory -> factory.id().equals("nano-banana"));
  }

  private static FakeProviderConfig config(String... namesAndValues) {
    var all = new HashMap<>(KEY);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return FakeProviderConfig.of(all);
  }
}
