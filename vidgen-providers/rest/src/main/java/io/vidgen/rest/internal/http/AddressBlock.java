package io.vidgen.rest.internal.http;

/** A block of addresses: those that share their first bits. */
final class AddressBlock {
  private final byte[] prefix;
  private final int bits;

  private AddressBlock(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  static AddressBlock v4(int a, int b, int c, int d, int bits) {
    return new AddressBlock(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, bits);
  }

  static AddressBlock v6(int bits, int... first) {
    var bytes = new byte[16];
    for (int i = 0; i < first.length; i++) {
      bytes[i] = (byte) first[i];
    }
    return new AddressBlock(bytes, bits);
  }

  boolean holds(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
      if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
