package io.vidgen.google;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.spi.ProviderConfig;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads settings of a model, and says which one is wrong. */
final class ModelSettings {

  private final ProviderConfig config;
  private final String prefix;

  ModelSettings(ProviderConfig config, String prefix) {
    this.config = config;
    this.prefix = prefix;
  }

  String model(String otherwise) {
    var id = config.value(prefix + "model").map(String::strip).orElse(otherwise);
    try {
      return ModelIds.checked(id);
    } catch (VidgenException e) {
      throw wrong(prefix + "model", "is \"" + id + "\"", e.failure().remedy());
    }
  }

  @Nullable Money usd(String name) {
    var text = config.value(prefix + name).map(String::strip).orElse(null);
    if (text == null) {
      return null;
    }
    // No exponent: 1e999999999 is a number too.
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw wrong(prefix + name, "is \"" + text + "\"", "set it to an amount such as 0.05");
    }
    return Money.usd(text);
  }

  /** 1, 2 or 4; 0 when it is not set. */
  int size(String name) {
    var text = config.value(prefix + name).map(String::strip).orElse("auto");
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "AUTO" -> 0;
      case "1K" -> 1;
      case "2K" -> 2;
      case "4K" -> 4;
      default -> throw wrong(prefix + name, "is \"" + text + "\"", "set it to 1K, 2K or 4K");
    };
  }

  static VidgenException wrong(String name, String what, String remedy) {
    return VidgenException.of(FailureKind.INVALID_REQUEST, "setting " + name + " " + what, remedy);
  }
}
