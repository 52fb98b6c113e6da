package io.vidgen.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.Secret;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SubmitSafety;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ElevenLabsSpeechProviderTest {
  private static final String THOUSAND = "12345 789 ".repeat(100);

  @Test
  void price_usualModels_isCharactersTimesTheRate() {
    assertThat(price(options())).isEqualTo(Price.exactly(Money.usd("0.10")));
    assertThat(price(options().model("eleven_flash_v2_5")))
        .isEqualTo(Price.exactly(Money.usd("0.05")));
    assertThat(price(options().rate(Money.usd("0.30"))))
        .isEqualTo(Price.exactly(Money.usd("0.30")));
  }

  @Test
  void price_unknownModel_isUnknownUntilARateIsSet() {
    assertThat(price(options().model("eleven_v9"))).isInstanceOf(Price.Unknown.class);
    assertThat(price(options().model("eleven_v9").rate(Money.usd("1"))))
        .isEqualTo(Price.exactly(Money.usd("1")));
  }

  @Test
  void price_withRepair_mayBeMore() {
    var price = price(options().repair(true));

    assertThat(price).isInstanceOf(Price.Range.class);
    assertThat(((Price.Range) price).high()).isGreaterThan(Money.usd("0.10"));
  }

  @Test
  void price_emoji_countsCharactersNotHalves() {
    var request = new SpeechRequest("🚀".repeat(1000), Locale.ENGLISH, null, null, 0);

    assertThat(provider(options()).price(request)).isEqualTo(Price.exactly(Money.usd("0.10")));
  }

  @Test
  void capabilities_eachModel_speaksItsOwnLanguages() {
    var multilingual = provider(options()).capabilities();
    var english = provider(options().model("eleven_flash_v2")).capabilities();
    var third = provider(options().model("eleven_v3")).capabilities();
    var unknown = provider(options().model("eleven_v9")).capabilities();

    assertThat(multilingual.languages()).hasSize(29);
    assertThat(multilingual.speaks(Locale.forLanguageTag("pt-BR"))).isTrue();
    assertThat(multilingual.speaks(Locale.forLanguageTag("hu"))).isFalse();
    assertThat(english.speaks(Locale.FRENCH)).isFalse();
    assertThat(third.speaks(Locale.forLanguageTag("cy"))).isTrue();
    assertThat(unknown.speaks(Locale.forLanguageTag("xx"))).isTrue();
    assertThat(multilingual.has(Feature.WORD_TIMINGS)).isTrue();
    assertThat(multilingual.maxTextLength()).isEqualTo(100_000);
  }

  @Test
  void model_choiceThatCanBeHeard_changesIt() {
    var usual = provider(options()).model();

    assertThat(usual).startsWith("eleven_multilingual_v2/");
    assertThat(provider(options()).model()).isEqualTo(usual);
    assertThat(provider(options().voice("21m00Tcm4TlvDq8ikWAM")).model()).isNotEqualTo(usual);
    assertThat(provider(options().seed(1L)).model()).isNotEqualTo(usual);
    assertThat(provider(options().streaming(true)).model()).isEqualTo(usual);
  }

  @Test
  void submitSafety_noKeyOfIdempotency_isAtMostOnce() {
    assertThat(provider(options()).submitSafety()).isEqualTo(SubmitSafety.AT_MOST_ONCE);
  }

  private static Price price(ElevenLabsOptionsBuilder options) {
    return provider(options).price(new SpeechRequest(THOUSAND, Locale.ENGLISH, null, null, 0));
  }

  private static ElevenLabsSpeechProvider provider(ElevenLabsOptionsBuilder options) {
    return ElevenLabsSpeechProvider.create(options.build());
  }

  private static ElevenLabsOptionsBuilder options() {
    return ElevenLabsOptions.builder(Secret.of("sk_0123456789"));
  }
}
