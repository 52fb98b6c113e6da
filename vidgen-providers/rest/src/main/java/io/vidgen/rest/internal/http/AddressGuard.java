package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Keeps addresses from outside away from this machine and its networks. An address is checked as it
 * is written, and what its name resolves to is checked when the connection is made: the connection
 * then goes to the addresses that were checked, so that a name that resolves differently the second
 * time gains nothing.
 */
public final class AddressGuard implements Dns {
  private final AddressRules rules;
  private final Dns resolver;

  /**
   * Guards by some rules.
   *
   * @param rules what is allowed
   */
  public AddressGuard(AddressRules rules) {
    this(rules, Dns.SYSTEM);
  }

  AddressGuard(AddressRules rules, Dns resolver) {
    this.rules = rules;
    this.resolver = resolver;
  }

  /**
   * Checks an address as it is written. Looks nothing up, unless it is another port of a host that
   * the user configured.
   *
   * @param address an address from outside
   * @return the same address, parsed
   * @throws VidgenException of kind {@code PROTOCOL} if it must not be fetched
   */
  public HttpUrl check(String address) {
    var url = HttpUrl.parse(address);
    if (url == null) {
      throw refused("it is no http or https address");
    }
    return check(url);
  }

  /** Checks an address that was parsed, such as the target of a redirect. */
  HttpUrl check(HttpUrl url) {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw refused("it holds a user or a password");
    }
    var host = url.host();
    if (rules.allowsLocal(host, url.port())) {
      return url;
    }
    if (rules.allowsLocal(host) && !leadsOutside(host)) {
      throw refused("port " + url.port() + " of " + host + " is not the one that was configured");
    }
    if (!url.isHttps()) {
      throw refused("it is not https");
    }
    if (isLocalName(host)) {
      throw refused("host " + host + " is local");
    }
    var literal = IpLiterals.parse(host);
    if (literal != null && !PublicAddresses.isPublic(literal)) {
      throw refused("host " + host + " is not public");
    }
    return url;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    if (rules.allowsLocal(hostname)) {
      return resolver.lookup(hostname);
    }
    if (isLocalName(hostname)) {
      throw new ForbiddenHostException(hostname);
    }
    var found = resolver.lookup(hostname);
    if (!arePublic(found)) {
      throw new ForbiddenHostException(hostname);
    }
    return found;
  }

  /** The user vouched for one port of a host; its others may be another service on this network. */
  private boolean leadsOutside(String host) {
    if (BaseAddress.looksLocal(host)) {
      return false;
    }
    try {
      return arePublic(resolver.lookup(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean arePublic(List<InetAddress> found) {
    return !found.isEmpty() && found.stream().allMatch(PublicAddresses::isPublic);
  }

  private static boolean isLocalName(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    var bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return bare.equals("localhost") || bare.endsWith(".localhost") || bare.isEmpty();
  }

  private static VidgenException refused(String why) {
    return new VidgenException(
        Failure.of(
            FailureKind.PROTOCOL,
            "an address is not fetched: " + why,
            "if it is a server of your own, allow it in the settings"));
  }

  /** A name that leads to this machine or its networks. */
  static final class ForbiddenHostException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenHostException(String host) {
      super("host " + host + " does not lead to a public address");
    }
  }
}
