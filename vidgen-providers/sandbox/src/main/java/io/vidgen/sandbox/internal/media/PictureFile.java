package io.vidgen.sandbox.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells pictures from everything else by their first bytes. */
public final class PictureFile {
  private static final int LONGEST_START = 12;

  private PictureFile() {}

  /** Extension for the kind of a picture; empty when it is none that is known. */
  public static Optional<String> extension(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LONGEST_START);
    }
    var text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u0089PNG\r\n")) {
      return Optional.of("png");
    } else if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("jpg");
    } else if (text.startsWith("RIFF") && text.endsWith("WEBP")) {
      return Optional.of("webp");
    }
    return text.startsWith("BM") ? Optional.of("bmp") : Optional.empty();
  }
}
