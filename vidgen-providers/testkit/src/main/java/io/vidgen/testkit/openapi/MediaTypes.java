package io.vidgen.testkit.openapi;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Media types without parameters, and ranges such as {@code audio/*}. */
final class MediaTypes {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String MULTIPART = "multipart/form-data";

  private MediaTypes() {}

  static String essence(String contentType) {
    int semicolon = contentType.indexOf(';');
    var type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  static boolean isJson(String essence) {
    return essence.equals("application/json") || essence.endsWith("+json");
  }

  /** The most exact of the documented types that covers it. */
  static Optional<String> covering(Set<String> documented, String essence) {
    int slash = essence.indexOf('/');
    var family = slash < 0 ? essence : essence.substring(0, slash) + "/*";
    for (var wanted : new String[] {essence, family, "*/*"}) {
      for (var type : documented) {
        if (essence(type).equals(wanted)) {
          return Optional.of(type);
        }
      }
    }
    return Optional.empty();
  }
}
