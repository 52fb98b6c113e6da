package io.vidgen.rest.did;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.time.Duration;

/** Checks values of options. */
final class DidValues {
  private DidValues() {}

  static Duration range(String what, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw wrong(what + " of " + value, "use " + least + " to " + most);
    }
    return value;
  }

  static int range(String what, int value, int least, int most, String unit) {
    if (value < least || value > most) {
      throw wrong(what + " " + value, "use " + least + " to " + most + " " + unit);
    }
    return value;
  }

  static String color(String what, String color) {
    if (!color.matches("#[0-9a-fA-F]{6}")) {
      throw wrong(what + " " + color, "use six hexadecimal digits, such as #1a2b3c");
    }
    return color;
  }

  static URI webhook(URI address) {
    if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
      throw wrong("a webhook that is no https address", "D-ID calls https addresses only");
    }
    return address;
  }

  static Secret key(String what, Secret key) {
    if (!key.reveal().matches("\\p{Graph}+")) {
      throw wrong(
          what + " holds white space or characters that no key has",
          "give the key alone, without the word Basic");
    }
    return key;
  }

  static VidgenException wrong(String what, String remedy) {
    return VidgenException.of(FailureKind.INVALID_REQUEST, what + " cannot be used", remedy);
  }
}
