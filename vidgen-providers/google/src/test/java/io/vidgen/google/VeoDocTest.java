package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Code of docs/veo.md. */
class VeoDocTest {

  @Test
  void provider_asInTheGuide_isMade() {
    var key = FakeGoogle.KEY;
    var address = URI.create("http://127.0.0.1:9");
    // tag::veo[]
    var google = GoogleOptions.builder(Secret.of(key)).url(address).build();
    var veo =
        new VeoVideoProvider(
            VeoOptions.builder(google).model("veo-3.1-fast-generate-preview").build());
    // end::veo[]

    assertThat(veo.model()).isEqualTo("veo-3.1-fast-generate-preview");
    assertThat(veo).hasToString(veo.toString()).asString().doesNotContain(key);
  }

  @Test
  void models_ownOne_isTold() {
    var google = GoogleOptions.builder(Secret.of(FakeGoogle.KEY)).build();
    var known = VeoModels.builtIn();
    // tag::model[]
    var model =
        VeoModel.builder("veo-3.2-generate", known.find(VeoModels.DEFAULT).orElseThrow())
            .extension(Duration.ofSeconds(7), 40, Duration.ofSeconds(281))
            .resolutions(Resolution.P720)
            .build();
    var price = Rate.of(PriceUnit.SECOND, Money.usd("0.35")).forModel(model.id());
    var options =
        VeoOptions.builder(google)
            .models(known.with(model))
            .model(model.id())
            .prices(PriceCard.own(price))
            .build();
    // end::model[]

    assertThat(new VeoVideoProvider(options).limits().maxExtensions()).isEqualTo(40);
  }
}
