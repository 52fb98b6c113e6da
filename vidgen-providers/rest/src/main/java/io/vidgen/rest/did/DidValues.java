package io.vidgen.rest.did;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Secret;
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
