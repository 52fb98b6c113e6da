package io.vidgen.rest.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads hosts that are numbers: IPv6, and IPv4 as four decimals without leading zeros. Every other
 * form that some resolver takes ({@code 127.1}, {@code 2130706433}, {@code 0x7f000001}, {@code
 * 0177.0.0.1}; inet_aton(3)) is read differently by others, so it counts as no address at all.
 * Looks nothing up.
 */
final class IpLiterals {
  private static final Pattern NUMBERS =
      Pattern.compile("(0[xX][0-9a-fA-F]*|[0-9]+)(\\.(0[xX][0-9a-fA-F]*|[0-9]+)){0,3}\\.?");
  private static final Pattern CANONICAL =
      Pattern.compile("(BYTE\\.){3}BYTE".replace("BYTE", "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"));

  private IpLiterals() {}

  /** Returns null for a name. A number in another form reads as 0.0.0.0, which is refused. */
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

  /** Whether a host is a number that readers disagree about. */
  static boolean isAmbiguous(String host) {
    return NUMBERS.matcher(host).matches() && !CANONICAL.matcher(host).matches();
  }

  private static byte[] bytes(String host) {
    var bytes = new byte[4];
    if (CANONICAL.matcher(host).matches()) {
      var parts = host.split("\\.", -1);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Integer.parseInt(parts[i]);
      }
    }
    return bytes;
  }

  private static InetAddress nowhere() {
    try {
      return InetAddress.getByAddress(new byte[4]);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
