package io.vidgen.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ProviderAccountTest {
  private static final URI BASE = URI.create("https://api.example.com/v1");

  @Test
  void of_sameKeyAtTheSameAddress_isTheSameAccount() {
    var one = account("voice", BASE, "sk-secret");
    var two = account("voice", URI.create("https://API.example.com/v1/"), "sk-secret");

    assertThat(one.id()).isEqualTo(two.id()).doesNotContain("sk-secret");
  }

  @Test
  void of_otherKeyAddressOrFamily_isAnotherAccount() {
    assertThat(account("voice", BASE, "sk-secret").id())
        .isNotEqualTo(account("voice", BASE, "sk-other").id())
        .isNotEqualTo(account("voice", URI.create("https://eu.example.com/v1"), "sk-secret").id())
        .isNotEqualTo(account("film", BASE, "sk-secret").id());
  }

  @Test
  void of_addressWithSecrets_showsNone() {
    var base = URI.create("https://me:pass-1@api.example.com:8443/v1?token=sk-2");

    assertThat(account("voice", base, "sk-secret").id())
        .startsWith("voice@https://api.example.com:8443/v1#")
        .doesNotContain("pass-1", "sk-2", "sk-secret")
        .isNotEqualTo(
            account("voice", URI.create("https://api.example.com:8443/v1"), "sk-secret").id());
  }

  @Test
  void limits_outOfRange_areRefused() {
    assertThatThrownBy(() -> new AccountLimits(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AccountLimits(0, AccountLimits.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ProviderAccount account(String family, URI base, String key) {
    return ProviderAccount.of(family, base, Secret.of(key), AccountLimits.UNKNOWN);
  }
}
