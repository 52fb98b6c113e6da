package io.vidgen.testkit;

import io.vidgen.spi.ProviderConfig;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Settings from a map alone, for tests of factories: what is set on this machine does not matter. A
 * setting is found by its own name or by that of its environment variable. Remembers what was
 * asked.
 */
public final class FakeProviderConfig implements ProviderConfig {
  private final Map<String, String> settings;

  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  private FakeProviderConfig(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  /**
   * These settings and no other.
   *
   * @param settings values by name, such as {@code vidgen.coqui.url} or {@code DID_API_KEY}
   * @return the settings
   */
  public static FakeProviderConfig of(Map<String, String> settings) {
    return new FakeProviderConfig(settings);
  }

  @Override
  public Optional<String> value(String name) {
    asked.add(name);
    var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    return environment(name).or(() -> environment(variable));
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * Settings that were looked up by {@link #value}, whether they are set or not.
   *
   * @return their names
   */
  public Set<String> asked() {
    return Set.copyOf(asked);
  }

  @Override
  public String toString() {
    return "FakeProviderConfig" + settings.keySet();
  }
}
