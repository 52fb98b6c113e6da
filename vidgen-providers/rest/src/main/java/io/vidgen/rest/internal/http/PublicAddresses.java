package io.vidgen.rest.internal.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, by the IANA special-purpose registries
 * for IPv4 and IPv6 (RFC 6890 and its updates, as of 2026). Pure.
 */
final class PublicAddresses {
  private static final List<AddressBlock> SPECIAL_V4 =
      List.of(
          AddressBlock.v4(0, 0, 0, 0, 8),
          AddressBlock.v4(10, 0, 0, 0, 8),
          AddressBlock.v4(100, 64, 0, 0, 10),
          AddressBlock.v4(127, 0, 0, 0, 8),
          AddressBlock.v4(169, 254, 0, 0, 16),
          AddressBlock.v4(172, 16, 0, 0, 12),
          AddressBlock.v4(192, 0, 0, 0, 24),
          AddressBlock.v4(192, 0, 2, 0, 24),
          AddressBlock.v4(192, 88, 99, 0, 24),
          AddressBlock.v4(192, 168, 0, 0, 16),
          AddressBlock.v4(198, 18, 0, 0, 15),
          AddressBlock.v4(198, 51, 100, 0, 24),
          AddressBlock.v4(203, 0, 113, 0, 24),
          AddressBlock.v4(224, 0, 0, 0, 3));

  private static final AddressBlock GLOBAL_V6 = AddressBlock.v6(3, 0x20);
  private static final AddressBlock SIX_TO_FOUR = AddressBlock.v6(16, 0x20, 0x02);
  private static final AddressBlock NAT64 = AddressBlock.v6(96, 0x00, 0x64, 0xff, 0x9b);
  private static final List<AddressBlock> SPECIAL_V6 =
      List.of(
          // Teredo and the rest of 2001::/23, then the documentation nets.
          AddressBlock.v6(23, 0x20, 0x01),
          AddressBlock.v6(32, 0x20, 0x01, 0x0d, 0xb8),
          AddressBlock.v6(20, 0x3f, 0xff));

  private PublicAddresses() {}

  /** Whether anybody on the internet could mean the same host by this address. */
  static boolean isPublic(InetAddress address) {
    var bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    return SPECIAL_V4.stream().noneMatch(block -> block.holds(bytes));
  }

  private static boolean isPublicV6(byte[] bytes) {
    if (NAT64.holds(bytes)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
    }
    // Everything else that carries an IPv4 address (mapped, compatible, translated, local NAT64)
    // lies outside of 2000::/3, the only block that is given to public hosts.
    return GLOBAL_V6.holds(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.holds(bytes));
  }
}
