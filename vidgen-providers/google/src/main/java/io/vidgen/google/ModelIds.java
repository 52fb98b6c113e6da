package io.vidgen.google;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;

/** Ids of models become part of an address. */
final class ModelIds {

  private ModelIds() {}

  static boolean isId(String id) {
    return id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  }

  static String checked(String id) {
    if (!isId(id)) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "\"" + id + "\" is no id of a model",
          "use letters, digits, dots and hyphens, such as gemini-3.8-flash");
    }
    return id;
  }
}
