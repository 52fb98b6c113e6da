package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.ProviderConfig;
import java.net.URI;
import java.util.Optional;

/** Holds an address that a program sets to the rules for one in a setting. */
public final class ServiceAddress {
  private static final String URL = "url";

  private ServiceAddress() {}

  /**
   * Checks an address; looks nothing up.
   *
   * @return the address, without a slash at its end
   * @throws IllegalArgumentException if the key must not be sent there
   */
  public static URI checked(URI address, boolean allowHttp) {
    try {
      return new ProviderSettings(new OneAddress(address, allowHttp)).baseAddress(URL, "");
    } catch (VidgenException e) {
      throw new IllegalArgumentException(e.failure().message() + ": " + e.failure().remedy());
    }
  }

  private record OneAddress(URI address, boolean allowHttp) implements ProviderConfig {
    @Override
    public Optional<String> value(String name) {
      return Optional.of(name.equals(URL) ? address.toString() : String.valueOf(allowHttp));
    }

    @Override
    public Optional<String> environment(String name) {
      return Optional.empty();
    }
  }
}
