package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.Provider;
import io.vidgen.spi.Secret;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VeoTiersTest {

  private static VeoVideoProvider veo(UnaryOperator<VeoOptionsBuilder> change) {
    var google = GoogleOptions.builder(Secret.of("key")).build();
    return new VeoVideoProvider(change.apply(VeoOptions.builder(google)).build());
  }

  private static List<String> models(VeoVideoProvider veo) {
    return veo.tiers().stream().map(Provider::model).toList();
  }

  @Test
  void tiers_standard_areTheCheaperModelsOfTheSamePlace() {
    var veo = veo(b -> b);

    assertThat(models(veo))
        .containsExactly("veo-3.1-fast-generate-preview", "veo-3.1-lite-generate-preview");
    assertThat(veo.tiers()).allMatch(tier -> tier.id().equals(veo.id()));
    assertThat(veo.tiers().get(1).limits().extendable()).isFalse();
    assertThat(veo.tiers()).isSameAs(veo.tiers());
  }

  @Test
  void tiers_fastAndLite_areWhatIsBelowThem() {
    assertThat(models(veo(b -> b.model("veo-3.1-fast-generate-preview"))))
        .containsExactly("veo-3.1-lite-generate-preview");
    assertThat(models(veo(b -> b.model("veo-3.1-lite-generate-preview")))).isEmpty();
    assertThat(models(veo(b -> b.model("veo-9")))).isEmpty();
  }

  @Test
  void tiers_ownPrice_isThatOfItsModelOnly() {
    var veo = veo(b -> b.price(Money.usd("0.09")));

    assertThat(models(veo)).containsExactly("veo-3.1-lite-generate-preview");
    assertThat(veo.tiers().get(0).price(Clips.clip().request()))
        .isEqualTo(Price.exactly(Money.usd("0.40")));
  }
}
