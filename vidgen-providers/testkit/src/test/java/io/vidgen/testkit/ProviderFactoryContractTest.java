package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.ProviderFactory;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProviderFactoryContractTest {
  private static final String KEY = "planted-key-4711";

  /** Of a provider that wants a key and may have a URL. */
  public static class Good implements ImageProviderFactory {
    @Override
    public String id() {
      return "fake-image";
    }

    @Override
    public Availability availability(ProviderConfig config) {
      return config.secret("FAKE_KEY").isPresent()
          ? Availability.available()
          : Availability.missing("no API key", "set FAKE_KEY");
    }

    @Override
    public ImageProvider create(ProviderConfig config) {
      if (config.secret("FAKE_KEY").isEmpty()) {
        throw VidgenException.of(FailureKind.INVALID_REQUEST, "no API key", "set FAKE_KEY");
      }
      config.value("fake.url").ifPresent(url -> check(url, config));
      return FakeImageProvider.create();
    }

    void check(String url, ProviderConfig config) {
      if (URI.create(url).getHost() == null) {
        throw VidgenException.of(FailureKind.INVALID_REQUEST, "fake.url has no host", "");
      }
    }
  }

  /** Shows its key when something else is wrong. */
  public static final class Talkative extends Good {
    @Override
    void check(String url, ProviderConfig config) {
      if (URI.create(url).getHost() == null) {
        throw VidgenException.of(
            FailureKind.INVALID_REQUEST, "fake.url, key " + config.value("FAKE_KEY"), "");
      }
    }
  }

  private abstract static class Contract extends ProviderFactoryContract {
    private final ProviderFactory<?> factory;

    Contract(ProviderFactory<?> factory) {
      this.factory = factory;
    }

    @Override
    protected ProviderFactory<?> factory() {
      return factory;
    }

    // tag::factory[]
    @Override
    protected Map<String, String> settings() {
      return Map.of("FAKE_KEY", KEY, "fake.url", "http://127.0.0.1:1");
    }

    @Override
    protected Set<String> needed() {
      return Set.of("FAKE_KEY");
    }

    @Override
    protected Set<String> secret() {
      return Set.of("FAKE_KEY");
    }

    @Override
    protected Map<String, String> senseless() {
      return Map.of("fake.url", "nowhere");
    }
    // end::factory[]
  }

  @Nested
  class OfAGoodFactory extends Contract {
    OfAGoodFactory() {
      super(new Good());
    }
  }

  @Test
  void contract_keyInAnException_isSeen() {
    assertThatThrownBy(new Contract(new Talkative()) {}::secrets_everythingPrinted_areNotShown)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("plain");
  }
}
