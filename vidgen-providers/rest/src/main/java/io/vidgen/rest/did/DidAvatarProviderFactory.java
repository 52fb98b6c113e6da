package io.vidgen.rest.did;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Availability;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarProviderFactory;
import io.vidgen.spi.ProviderConfig;
import java.util.Optional;
import java.util.Set;

/**
 * Avatars of D-ID: id {@code d-id}. {@code DID_API_KEY} holds the key; settings begin with {@code
 * vidgen.d-id.}, such as {@code vidgen.d-id.url}, {@code .auth}, {@code .product}, {@code .voice}
 * and {@code .text-limit}. Plain HTTP to a host that does not look local needs {@code
 * vidgen.d-id.allow-http = true}. What cannot be written as a setting is an option of {@link
 * DidOptions}.
 */
public final class DidAvatarProviderFactory implements AvatarProviderFactory {
  static final String KEY = "DID_API_KEY";
  private static final String REMEDY = "set " + KEY + " to the key that D-ID's studio showed";

  /** For {@link java.util.ServiceLoader}. */
  public DidAvatarProviderFactory() {}

  @Override
  public String id() {
    return DidAvatarProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    return config.secret(KEY).isPresent()
        ? Availability.available()
        : Availability.missing("no key for D-ID", REMEDY);
  }

  @Override
  public AvatarProvider create(ProviderConfig config) {
    var key =
        config
            .secret(KEY)
            .orElseThrow(
                () ->
                    VidgenException.of(
                        FailureKind.AUTHENTICATION, "there is no key for D-ID", REMEDY));
    return new DidAvatarProvider(DidSettings.read(key, config));
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(DidSettings.NAMES);
  }
}
