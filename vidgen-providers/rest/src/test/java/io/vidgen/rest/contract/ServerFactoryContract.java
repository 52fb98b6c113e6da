package io.vidgen.rest.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.testkit.FakeProviderConfig;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factories whose provider asks a server of the user's own and needs nothing but its address. */
public abstract class ServerFactoryContract extends RestFactoryContract {

  /** The environment variable with the address. */
  protected abstract String variable();

  /** What the names of the settings begin with. */
  protected abstract String prefix();

  /** Options for a server at an address that a program gives. */
  protected abstract Object options(URI address);

  @Override
  protected Map<String, String> settings() {
    return Map.of(variable(), "http://127.0.0.1:5002");
  }

  @Override
  protected Set<String> needed() {
    return Set.of(variable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://host.invalid:8000", "https://me:pw@host.invalid", "ftp://127.0.0.1"})
  void options_addressThatLeaksOrMisleads_isRefused(String address) {
    assertThatThrownBy(() -> options(URI.create(address)))
        .isInstanceOf(VidgenException.class)
        .hasMessageNotContaining("pw");
  }

  @Test
  void create_wrongAddressInTheVariable_isNamedAsSuch() {
    var config = FakeProviderConfig.of(Map.of(variable(), "http://host.invalid:80"));

    assertThatThrownBy(() -> factory().create(config))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining(variable())
        .hasMessageContaining(prefix() + "allow-http");
  }
}
