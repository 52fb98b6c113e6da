package io.vidgen.rest.internal.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses from outside may be fetched: public hosts over HTTPS, and hosts that the user
 * configured himself, which may be local and plain HTTP.
 *
 * @param localHosts names or literals as they stand in an address, each alone for all its ports or
 *     with one port ({@code 127.0.0.1:8080})
 */
public record AddressRules(Set<String> localHosts) {

  /** Copies the set in lower case. */
  public AddressRules {
    localHosts =
        localHosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Public hosts over HTTPS only.
   *
   * @return the rules
   */
  public static AddressRules publicOnly() {
    return new AddressRules(Set.of());
  }

  /**
   * Public hosts over HTTPS, and some that may be local and plain HTTP.
   *
   * @param hosts names or literals as they stand in an address, with or without a port; never taken
   *     from outside
   * @return the rules
   */
  public static AddressRules allowLocal(Collection<String> hosts) {
    return new AddressRules(Set.copyOf(hosts));
  }

  /** The same rules with one host more. */
  AddressRules and(String host, int port) {
    var more = new HashSet<>(localHosts);
    more.add(host + ":" + port);
    return new AddressRules(more);
  }

  /** Whether the user vouched for a host and port. */
  boolean allowsLocal(String host, int port) {
    var name = host.toLowerCase(Locale.ROOT);
    return localHosts.contains(name) || localHosts.contains(name + ":" + port);
  }

  /** Whether the user vouched for a host, on whatever port. */
  boolean allowsLocal(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return localHosts.contains(name)
        || localHosts.stream().anyMatch(known -> known.startsWith(name + ":"));
  }
}
