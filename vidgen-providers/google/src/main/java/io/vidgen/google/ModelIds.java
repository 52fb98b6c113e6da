package io.vidgen.google;

/** Ids of models become part of an address. */
final class ModelIds {

  private ModelIds() {}

  static boolean isId(String id) {
    return id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  }

  static String checked(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException("\"" + id + "\" is no id of a model");
    }
    return id;
  }
}
