package io.vidgen.rest.internal.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses from outside may be fetched: public hosts over HTTPS, and hosts that the user
 * configured himself, which may be local and plain HTTP.
 *
 * @param localHosts names or literals as they stand in an address, lower case, without a port
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
   * @param hosts names or literals as they stand in an address, without a port; never taken from
   *     outside
   * @return the rules
   */
  public static AddressRules allowLocal(Collection<String> hosts) {
    return new AddressRules(Set.copyOf(hosts));
  }

  /**
   * Whether the user vouched for a host.
   *
   * @param host a name or literal
   * @return true if it may be local and plain HTTP
   */
  public boolean allowsLocal(String host) {
    return localHosts.contains(host.toLowerCase(Locale.ROOT));
  }
}
