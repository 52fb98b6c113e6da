package io.vidgen.ffmpeg.internal.font;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Files that hold fonts. */
final class FontFiles {
  private static final int DEEPEST = 4;

  private FontFiles() {}

  static List<Path> in(Path folder) throws IOException {
    try (var files = Files.walk(folder, DEEPEST)) {
      return files.filter(FontFiles::isFont).filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isFont(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
  }

  static String digest(List<Path> files) throws IOException {
    var sum = sha256();
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sum)) {
      for (var file : files) {
        Files.copy(file, out);
      }
    }
    return HexFormat.of().formatHex(sum.digest(), 0, 6);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
