package io.vidgen.rest.internal.coqui;

import io.vidgen.rest.internal.http.Json;
import java.util.Locale;

/** The {@code style_wav} parameter: a path, else JSON; any other text makes the server fail. */
public final class CoquiStyle {
  private CoquiStyle() {}

  /**
   * Whether a server can read it.
   *
   * @param style a path on the server or JSON
   * @return true if so
   */
  public static boolean isUsable(String style) {
    return style.toLowerCase(Locale.ROOT).endsWith(".wav") || Json.parseLeniently(style).isObject();
  }
}
