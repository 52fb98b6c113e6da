package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A {@code data:} address (RFC 2397) in base64. */
final class DataAddress {
  /** A multiple of 4, so that each piece stands alone. */
  private static final int PIECE = 1 << 16;

  private DataAddress() {}

  static Path write(String address, Path file) throws IOException {
    int comma = address.indexOf(',');
    if (comma < 0 || !address.substring(0, comma).endsWith(";base64")) {
      throw broken();
    }
    try (var out = Files.newOutputStream(file)) {
      for (int at = comma + 1; at < address.length(); at += PIECE) {
        var piece = address.substring(at, Math.min(at + PIECE, address.length()));
        out.write(Base64.getDecoder().decode(piece.getBytes(StandardCharsets.ISO_8859_1)));
      }
    } catch (IllegalArgumentException e) {
      throw broken();
    }
    return file;
  }

  private static VidgenException broken() {
    return VidgenException.of(
        FailureKind.PROTOCOL,
        "the answer's data: address of the video is damaged",
        "look into the server's log");
  }
}
