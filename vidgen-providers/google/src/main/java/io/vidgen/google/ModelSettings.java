package io.vidgen.google;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderConfig;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads settings of a model, and says which one is wrong. */
final class ModelSettings {

  private final ProviderConfig config;
  private final String prefix;

  ModelSettings(ProviderConfig config, String prefix) {
    this.config = config;
    this.prefix = prefix;
  }

  void model(Consumer<String> taker) {
    var id = config.value(prefix + "model").map(String::strip);
    try {
      id.ifPresent(taker);
    } catch (IllegalArgumentException e) {
      throw wrong(
          "model",
          "is \"" + id.orElse("") + "\"",
          "use letters, digits, dots and hyphens, such as gemini-3.8-flash");
    }
  }

  Optional<AccountLimits> limits() {
    return new ProviderSettings(config).limits(prefix);
  }

  @Nullable Money usd(String name) {
    var text = config.value(prefix + name).map(String::strip).orElse(null);
    if (text == null) {
      return null;
    }
    // No exponent: 1e999999999 is a number too.
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw wrong(name, "is \"" + text + "\"", "set it to an amount such as 0.05");
    }
    return Money.usd(text);
  }

  /** 1, 2 or 4. */
  OptionalInt size(String name) {
    var text = config.value(prefix + name).map(String::strip).orElse("auto");
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "AUTO" -> OptionalInt.empty();
      case "1K" -> OptionalInt.of(1);
      case "2K" -> OptionalInt.of(2);
      case "4K" -> OptionalInt.of(4);
      default -> throw wrong(name, "is \"" + text + "\"", "set it to 1K, 2K or 4K");
    };
  }

  VidgenException wrong(String name, String what, String remedy) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST, "setting " + prefix + name + " " + what, remedy);
  }
}
