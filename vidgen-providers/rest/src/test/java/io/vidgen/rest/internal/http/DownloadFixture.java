package io.vidgen.rest.internal.http;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A vendor that has a film, and its download. */
abstract class DownloadFixture {
  static final Expected VIDEO = Expected.of(10 << 20, MediaKind.MP4, MediaKind.WEBM);
  static final byte[] FILM = film(300_000);
  Vendor vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new Vendor();
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  static byte[] film(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 1000);
    }
    System.arraycopy(
        new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'}, 0, bytes, 0, 12);
    return bytes;
  }

  static MockResponse.Builder film() {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "video/mp4")
        .setHeader("ETag", "\"v1\"")
        .body(new Buffer().write(FILM));
  }

  /** The whole length is declared, and the connection ends half-way. */
  static MockResponse brokenFilm() {
    return film().onResponseBody(new SocketEffect.CloseSocket()).build();
  }

  static MockResponse rest(int from, int of) {
    return new MockResponse.Builder()
        .code(206)
        .setHeader("Content-Type", "video/mp4")
        .setHeader("ETag", "\"v1\"")
        .setHeader("Content-Range", "bytes " + from + "-" + (of - 1) + "/" + of)
        .body(new Buffer().write(FILM, from, of - from))
        .build();
  }

  Received download() throws IOException {
    return download(vendor.builder().limits(Vendor.quick()).build());
  }

  Received download(VendorClient client) throws IOException {
    return client.download(vendor.at("/film?X-Amz-Signature=abcdef"), VIDEO, vendor.context);
  }
}
