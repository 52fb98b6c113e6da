package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicAddressesTest {

  /** Literals only: nothing is looked up. */
  private static InetAddress address(String literal) throws UnknownHostException {
    var parsed = IpLiterals.parse(literal);
    assertThat(parsed).as(literal).isNotNull();
    return parsed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "fe80::1%1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:10.0.0.1",
        "::127.0.0.1",
        "::10.0.0.1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::8.8.8.8",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "3fff::1",
        "100::1",
        "5f00::1",
        "4000::1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "127.1",
        "127.0.1",
        "0127.0.0.1",
        "08.8.8.8",
        "8.8.8.08",
        "134744072",
        "0x08080808",
        "10.1",
        "0",
        "0xA9FEA9FE",
        "192.168.257",
        "127.0.0.1.",
        "300.1.1.1",
        "4294967296",
        "09.1.1.1",
        "[::1]",
        "[::ffff:7f00:1]"
      })
  void isPublic_special_no(String literal) throws Exception {
    assertThat(PublicAddresses.isPublic(address(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.255.255",
        "192.169.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "2001:4860:4860::8888"
      })
  void isPublic_ordinary_yes(String literal) throws Exception {
    assertThat(PublicAddresses.isPublic(address(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.invalid", "a1.b2", "1.2.3.4.5", "0x7g", "1.2.3.x", "cafe"})
  void parse_name_isNoLiteral(String name) {
    assertThat(IpLiterals.parse(name)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 127, 224, 255})
  void isPublic_fourBytesInsideSixteen_areSeen(int first) throws Exception {
    var mapped = new byte[16];
    mapped[12] = (byte) first;
    mapped[15] = 1;
    assertThat(PublicAddresses.isPublic(InetAddress.getByAddress(mapped))).isFalse();
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    assertThat(PublicAddresses.isPublic(InetAddress.getByAddress(mapped))).isFalse();
  }
}
