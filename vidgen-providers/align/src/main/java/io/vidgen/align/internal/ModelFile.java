package io.vidgen.align.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A binary file of an acoustic model: lines of text up to {@code endhdr}, a number that shows the
 * order of bytes, sizes, then floats (format of SphinxTrain's s3io.c).
 */
final class ModelFile {
  private static final String END_OF_HEADER = "endhdr\n";
  private static final int ORDER_MARK = 0x11223344;
  private static final int MOST_BYTES = 32 << 20;

  private final ByteBuffer bytes;

  private ModelFile(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static ModelFile open(URL url) throws IOException {
    byte[] all;
    try (var in = url.openStream()) {
      all = in.readNBytes(MOST_BYTES);
    }
    var start = new String(all, 0, Math.min(all.length, 1000), US_ASCII);
    int end = start.indexOf(END_OF_HEADER);
    if (!start.startsWith("s3") || end < 0) {
      throw new IOException("no model: " + url);
    }
    var bytes = ByteBuffer.wrap(all).position(end + END_OF_HEADER.length());
    int mark = bytes.getInt();
    if (mark == Integer.reverseBytes(ORDER_MARK)) {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
    } else if (mark != ORDER_MARK) {
      throw new IOException("damaged model: " + url);
    }
    return new ModelFile(bytes);
  }

  /** Reads sizes, which must be these. */
  void expect(int... sizes) throws IOException {
    for (int size : sizes) {
      int found = bytes.getInt();
      if (found != size) {
        throw new IOException(
            "another model than expected: " + found + " instead of " + Arrays.toString(sizes));
      }
    }
  }

  int readInt() {
    return bytes.getInt();
  }

  float[] floats(int count) {
    var floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = bytes.getFloat();
    }
    return floats;
  }
}
