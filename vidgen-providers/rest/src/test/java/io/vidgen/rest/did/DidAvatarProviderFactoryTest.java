package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.rest.contract.RestFactoryContract;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeProviderConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DidAvatarProviderFactoryTest extends RestFactoryContract {
  @Override
  protected ProviderFactory<?> factory() {
    return new DidAvatarProviderFactory();
  }

  @Override
  protected Map<String, String> settings() {
    var all = new HashMap<String, String>();
    all.put("DID_API_KEY", FakeDid.KEY);
    all.put("vidgen.d-id.url", "http://127.0.0.1:9");
    all.put("vidgen.d-id.auth", "raw");
    all.put("vidgen.d-id.product", "talks");
    all.put("vidgen.d-id.voice", "elevenlabs:21m00Tcm4TlvDq8ikWAM");
    all.put("vidgen.d-id.text-limit", "900");
    all.put("vidgen.d-id.stitch", "true");
    all.put("vidgen.d-id.pad-audio", "2s");
    all.put("vidgen.d-id.webhook", "https://hooks.invalid/x");
    all.put("vidgen.d-id.price-per-second", "0.05");
    all.put("vidgen.d-id.reconcile", "false");
    all.put("DID_ELEVENLABS_KEY", "el-0123456789abcdef");
    return all;
  }

  @Override
  protected Set<String> needed() {
    return Set.of("DID_API_KEY");
  }

  @Override
  protected Set<String> secret() {
    return Set.of("DID_API_KEY", "DID_ELEVENLABS_KEY");
  }

  @Override
  protected Map<String, String> senseless() {
    return Map.of(
        "vidgen.d-id.url", "ftp://nowhere",
        "vidgen.d-id.auth", "magic",
        "vidgen.d-id.voice", "amazon:",
        "vidgen.d-id.text-limit", "2",
        "vidgen.d-id.webhook", "not an address",
        "vidgen.d-id.price-per-second", "cheap",
        "vidgen.d-id.pad-audio", "2h");
  }

  @Test
  void create_settings_areUsed() {
    var provider = new DidAvatarProviderFactory().create(FakeProviderConfig.of(settings()));

    assertThat(provider.capabilities().maxTextLength()).isEqualTo(900);
    assertThat(provider.capabilities().has(Feature.FACE_PICTURE)).isTrue();
    assertThat(provider.capabilities().has(Feature.PRESENTERS)).isFalse();
    assertThat(provider.submitSafety()).isEqualTo(SubmitSafety.AT_MOST_ONCE);
    assertThat(provider.model()).contains("stitch", "elevenlabs");
    assertThat(provider.priceCard())
        .isEqualTo(PriceCard.own(Rate.of(PriceUnit.SECOND, Money.usd("0.05"))));
  }

  @Test
  void create_keyAlone_hasNoPriceAndIsReconcilable() {
    var config = FakeProviderConfig.of(Map.of("DID_API_KEY", FakeDid.KEY));
    var provider = new DidAvatarProviderFactory().create(config);

    assertThat(provider.price(Media.clip("amy-1", Media.HELLO))).isInstanceOf(Price.Unknown.class);
    assertThat(provider.submitSafety()).isEqualTo(SubmitSafety.RECONCILABLE);
    assertThat(provider.capabilities().maxTextLength()).isEqualTo(500);
  }
}
