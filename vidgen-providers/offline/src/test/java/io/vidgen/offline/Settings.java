package io.vidgen.offline;

import io.vidgen.spi.ProviderConfig;
import java.util.Map;
import java.util.Optional;

/** Settings of a test. */
public record Settings(Map<String, String> values, Map<String, String> variables)
    implements ProviderConfig {

  public static Settings none() {
    return new Settings(Map.of(), Map.of());
  }

  public static Settings of(String name, String value) {
    return new Settings(Map.of(name, value), Map.of());
  }

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(v -> !v.isBlank());
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(variables.get(name)).filter(v -> !v.isBlank());
  }
}
