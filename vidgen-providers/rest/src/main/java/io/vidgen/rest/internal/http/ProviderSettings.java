package io.vidgen.rest.internal.http;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderConfig;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a provider's settings and says which one is wrong and what it may be. Every method throws a
 * {@link VidgenException} of kind {@code INVALID_REQUEST} for a value that makes no sense.
 */
public final class ProviderSettings {
  private final ProviderConfig config;

  /**
   * Reads from a configuration.
   *
   * @param config settings
   */
  public ProviderSettings(ProviderConfig config) {
    this.config = config;
  }

  /**
   * The address of a service: absolute {@code http} or {@code https}, without user, query and
   * fragment; a slash at its end does not matter. Plain HTTP is for hosts that look local (a
   * literal of a private network, {@code localhost}, a name without a dot, {@code .local}, {@code
   * .lan}, {@code .internal}); for others the setting {@code …allow-http} beside it must be true.
   *
   * @param name the setting, such as {@code vidgen.d-id.url}
   * @param otherwise the address when it is not set
   * @return the address, without a slash at its end
   */
  public URI baseAddress(String name, String otherwise) {
    return BaseAddress.parse(source(name, name), config.value(name).orElse(otherwise));
  }

  /**
   * The address of a service that has no default.
   *
   * @param name the setting, such as {@code vidgen.coqui.url}
   * @return the address, without a slash at its end; empty when it is not set
   */
  public Optional<URI> baseAddress(String name) {
    return config.value(name).map(text -> BaseAddress.parse(source(name, name), text));
  }

  /**
   * The address of a service that has no default, from a setting or else from an environment
   * variable. A wrong one is called by the name of whichever held it.
   *
   * @param name the setting, such as {@code vidgen.coqui.url}; {@code …allow-http} beside it counts
   *     for both
   * @param variable the variable, such as {@code COQUI_URL}
   * @return the address, without a slash at its end; empty when neither is set
   */
  public Optional<URI> baseAddress(String name, Variable variable) {
    return baseAddress(name)
        .or(
            () ->
                config
                    .environment(variable.name())
                    .map(text -> BaseAddress.parse(source(variable.name(), name), text)));
  }

  /**
   * An environment variable.
   *
   * @param name its name
   */
  public record Variable(String name) {}

  private BaseAddress.Source source(String called, String setting) {
    var allowHttp = siblingOf(setting, "allow-http");
    return new BaseAddress.Source(called, allowHttp, flag(allowHttp, false));
  }

  /**
   * A text.
   *
   * @param name the setting
   * @param otherwise the text when it is not set
   * @return the text
   */
  public String text(String name, String otherwise) {
    return config.value(name).map(String::strip).orElse(otherwise);
  }

  /**
   * A whole number.
   *
   * @param name the setting
   * @param otherwise the number when it is not set
   * @param least the least that is accepted
   * @param most the most that is accepted
   * @return the number
   */
  public int integer(String name, int otherwise, int least, int most) {
    var text = config.value(name).map(String::strip);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    throw wrong(name, text.get(), "a whole number from " + least + " to " + most);
  }

  /**
   * A time, as {@code 90s}, {@code 5m}, {@code 250ms}, {@code 1h} or ISO-8601 ({@code PT1M30S}).
   *
   * @param name the setting
   * @param otherwise the time when it is not set
   * @param least the least that is accepted
   * @param most the most that is accepted
   * @return the time
   */
  public Duration duration(String name, Duration otherwise, Duration least, Duration most) {
    var text = config.value(name).map(String::strip);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      var value = parseDuration(text.get().toUpperCase(Locale.ROOT));
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
        return value;
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      // Said below, together with times out of range.
    }
    throw wrong(name, text.get(), "a time from " + least + " to " + most + ", such as 90s or 5m");
  }

  /**
   * What the account may do: {@code requests-per-minute} and {@code concurrent}, each 1 to 100,000.
   *
   * @param prefix of both settings, such as {@code vidgen.d-id.}
   * @return the limits, 0 for what is not set; empty when neither is
   */
  public Optional<AccountLimits> limits(String prefix) {
    int requests = integer(prefix + "requests-per-minute", 0, 1, AccountLimits.MOST);
    int concurrent = integer(prefix + "concurrent", 0, 1, AccountLimits.MOST);
    return requests + concurrent == 0
        ? Optional.empty()
        : Optional.of(new AccountLimits(requests, concurrent));
  }

  /**
   * Names of settings that begin alike, for {@link io.vidgen.spi.ProviderFactory#settings}.
   *
   * @param prefix how all begin, such as {@code vidgen.d-id.}
   * @param names how they go on
   * @return full names
   */
  public static Set<String> names(String prefix, String... names) {
    return Arrays.stream(names).map(prefix::concat).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Which of two names of a setting is used: it was once called otherwise.
   *
   * @param name what it is called; wins
   * @param older what it was called before
   * @return the older name if only that is set
   */
  public String either(String name, String older) {
    return config.value(name).isEmpty() && config.value(older).isPresent() ? older : name;
  }

  /**
   * Yes or no.
   *
   * @param name the setting
   * @param otherwise the value when it is not set
   * @return true for {@code true}, {@code yes}, {@code on} and {@code 1}
   */
  public boolean flag(String name, boolean otherwise) {
    var text = config.value(name).map(value -> value.strip().toLowerCase(Locale.ROOT));
    if (text.isEmpty()) {
      return otherwise;
    }
    return switch (text.get()) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw wrong(name, text.get(), "true or false");
    };
  }

  /**
   * One of an enum's names; case does not matter, and a hyphen stands for an underscore.
   *
   * @param name the setting
   * @param otherwise the value when it is not set
   * @param <E> the enum
   * @return the value
   */
  public <E extends Enum<E>> E choice(String name, E otherwise) {
    var text = config.value(name).map(String::strip);
    if (text.isEmpty()) {
      return otherwise;
    }
    var wanted = text.get().replace('-', '_');
    var values = otherwise.getDeclaringClass().getEnumConstants();
    for (var value : values) {
      if (value.name().equalsIgnoreCase(wanted)) {
        return value;
      }
    }
    throw wrong(name, text.get(), "one of " + Arrays.toString(values));
  }

  private static Duration parseDuration(String text) {
    if (text.startsWith("P")) {
      return Duration.parse(text);
    }
    if (text.endsWith("MS") && text.matches("[0-9]{1,15}MS")) {
      return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
    }
    return Duration.parse("PT" + text);
  }

  private static String siblingOf(String name, String last) {
    return name.substring(0, name.lastIndexOf('.') + 1) + last;
  }

  static VidgenException wrong(String name, String value, String allowed) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "setting " + name + " is \"" + value + "\"",
        "set it to " + allowed);
  }
}
