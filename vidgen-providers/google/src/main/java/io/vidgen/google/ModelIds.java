package io.vidgen.google;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;

/** Ids of models become part of an address. */
final class ModelIds {

  private ModelIds() {}

  static String checked(String id) {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "\"" + id + "\" is no id of a model",
          "use letters, digits, dots and hyphens, such as gemini-3.8-flash");
    }
    return id;
  }
}
