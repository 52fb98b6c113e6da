package io.vidgen.ffmpeg.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads lines of which none can fill the memory: what is too long is cut off. */
final class BoundedLines {
  private static final int LONGEST = 2_000;

  private BoundedLines() {}

  static void read(InputStream in, Consumer<String> lines) throws IOException {
    var buffer = new byte[8192];
    var line = new byte[LONGEST];
    int length = 0;
    int read;
    while ((read = in.read(buffer)) >= 0) {
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n' || buffer[i] == '\r') {
          if (length > 0) {
            lines.accept(new String(line, 0, length, StandardCharsets.UTF_8));
          }
          length = 0;
        } else if (length < LONGEST) {
          line[length++] = buffer[i];
        }
      }
    }
    if (length > 0) {
      lines.accept(new String(line, 0, length, StandardCharsets.UTF_8));
    }
  }
}
