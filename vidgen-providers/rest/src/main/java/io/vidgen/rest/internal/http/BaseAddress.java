package io.vidgen.rest.internal.http;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** The address of a service, as a user writes it into a setting. */
final class BaseAddress {
  private static final List<String> LOCAL_ENDINGS =
      List.of(".local", ".lan", ".internal", ".home.arpa", ".localhost");

  private BaseAddress() {}

  static URI parse(String setting, String text, boolean allowHttp) {
    URI address;
    try {
      address = new URI(text.strip());
    } catch (URISyntaxException e) {
      // Its text is not repeated: it may hold a password.
      throw wrong(setting, "is no address");
    }
    var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw wrong(setting, "is no http or https address");
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw wrong(setting, "must not hold a user, a query or a fragment");
    }
    if (address.getHost() == null) {
      throw wrong(setting, "names no host");
    }
    if (scheme.equals("http") && !allowHttp && !looksLocal(address.getHost())) {
      throw wrong(setting, "would send keys and texts unencrypted to " + address.getHost());
    }
    var raw = address.toString();
    while (raw.endsWith("/")) {
      raw = raw.substring(0, raw.length() - 1);
    }
    return URI.create(raw);
  }

  /** By its name alone: nothing is looked up while a provider is made. */
  static boolean looksLocal(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    var literal = IpLiterals.parse(name);
    if (literal != null) {
      return !PublicAddresses.isPublic(literal);
    }
    return name.equals("localhost")
        || name.indexOf('.') < 0
        || LOCAL_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static VidgenException wrong(String setting, String what) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "setting " + setting + " " + what,
        "set it to an address such as https://host/path, or http://127.0.0.1:8080 for a server of"
            + " your own");
  }
}
