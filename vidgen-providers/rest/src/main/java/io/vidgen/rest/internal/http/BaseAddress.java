package io.vidgen.rest.internal.http;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** The address of a service, as a user writes it into a setting or an option. */
public final class BaseAddress {
  private static final List<String> LOCAL_ENDINGS =
      List.of(".local", ".lan", ".internal", ".home.arpa", ".localhost");

  private BaseAddress() {}

  /**
   * Where an address comes from.
   *
   * @param name what it is called where the user wrote it, for messages
   * @param allowHttp name of the setting that allows plain HTTP, for messages
   * @param isAllowed whether that setting is true
   */
  public record Source(String name, String allowHttp, boolean isAllowed) {
    /**
     * The setting {@code vidgen.<id>.url}, or the option that stands for it.
     *
     * @param provider id of the provider
     * @param isAllowed whether plain HTTP may go to hosts elsewhere
     * @return the source
     */
    public static Source of(String provider, boolean isAllowed) {
      var prefix = "vidgen." + provider + ".";
      return new Source(prefix + "url", prefix + "allow-http", isAllowed);
    }
  }

  static URI parse(Source source, String text) {
    try {
      return checked(source, new URI(text.strip()));
    } catch (URISyntaxException e) {
      // Its text is not repeated: it may hold a password.
      throw wrong(source, "is no address");
    }
  }

  /**
   * Checks an address: absolute {@code http} or {@code https}, without user, query and fragment;
   * plain HTTP only to a host that looks local, unless it is allowed.
   *
   * @param source where it comes from
   * @param address the address
   * @return the address, without a slash at its end
   * @throws VidgenException of kind {@code INVALID_REQUEST} if it cannot be used; it does not
   *     repeat the address, which may hold a password
   */
  public static URI checked(Source source, URI address) {
    var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw wrong(source, "is no http or https address");
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw wrong(source, "must not hold a user, a query or a fragment");
    }
    if (address.getHost() == null) {
      throw wrong(source, "names no host");
    }
    if (scheme.equals("http") && !source.isAllowed() && !looksLocal(address.getHost())) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "setting "
              + source.name()
              + " would send keys and texts unencrypted to "
              + address.getHost(),
          "use https, or set " + source.allowHttp() + " to true if the way there is safe");
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
      return !IpLiterals.isAmbiguous(name) && !PublicAddresses.isPublic(literal);
    }
    return name.equals("localhost")
        || name.indexOf('.') < 0
        || LOCAL_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static VidgenException wrong(Source source, String what) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "setting " + source.name() + " " + what,
        "set it to an address such as https://host/path, or http://127.0.0.1:8080 for a server of"
            + " your own");
  }
}
