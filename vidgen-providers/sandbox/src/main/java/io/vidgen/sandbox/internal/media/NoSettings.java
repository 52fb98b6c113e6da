package io.vidgen.sandbox.internal.media;

import io.vidgen.spi.ProviderConfig;
import java.util.Optional;

/** Nothing is set: the sandbox behaves the same on every machine. */
record NoSettings() implements ProviderConfig {

  @Override
  public Optional<String> value(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.empty();
  }
}
