package io.vidgen.rest.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads hosts that are numbers, in every form that some resolver takes: {@code 127.0.0.1}, {@code
 * 127.1}, {@code 2130706433}, {@code 0x7f000001}, {@code 0177.0.0.1} (inet_aton(3)) and IPv6. Looks
 * nothing up.
 */
final class IpLiterals {
  private static final Pattern NUMBERS =
      Pattern.compile("(0[xX][0-9a-fA-F]*|[0-9]+)(\\.(0[xX][0-9a-fA-F]*|[0-9]+)){0,3}\\.?");

  private IpLiterals() {}

  /** Returns null for a name. A number that fits no address reads as 0.0.0.0, which is refused. */
  static @Nullable InetAddress parse(String host) {
    try {
      var bare =
          host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
      if (bare.indexOf(':') >= 0) {
        int zone = bare.indexOf('%');
        return InetAddress.getByName(zone < 0 ? bare : bare.substring(0, zone));
      }
      return NUMBERS.matcher(bare).matches() ? InetAddress.getByAddress(bytes(bare)) : null;
    } catch (UnknownHostException e) {
      return nowhere();
    }
  }

  private static byte[] bytes(String host) {
    var parts = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long part = number(parts[i]);
      int bits = last ? 8 * (4 - i) : 8;
      if (part < 0 || part >= 1L << bits) {
        return new byte[4];
      }
      value |= last ? part : part << (8 * (3 - i));
    }
    return new byte[] {
      (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
    };
  }

  private static long number(String part) {
    try {
      if (part.startsWith("0x") || part.startsWith("0X")) {
        return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
      }
      return part.length() > 1 && part.startsWith("0")
          ? Long.parseLong(part, 8)
          : Long.parseLong(part);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static InetAddress nowhere() {
    try {
      return InetAddress.getByAddress(new byte[4]);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
