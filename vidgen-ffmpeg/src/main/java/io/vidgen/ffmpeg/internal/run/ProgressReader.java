package io.vidgen.ffmpeg.internal.run;

import java.util.function.LongConsumer;

/** Reads the {@code key=value} lines of {@code -progress}. */
final class ProgressReader {
  private static final String TIME = "out_time_us=";

  private final LongConsumer micros;
  private long furthest = -1;
  private volatile long movedAt = System.nanoTime();

  ProgressReader(LongConsumer micros) {
    this.micros = micros;
  }

  void line(String line) {
    // frames and bytes move too, while a filter holds all its output back
    if (line.startsWith("progress=")) {
      return;
    }
    if (line.startsWith(TIME)) {
      try {
        long time = Long.parseLong(line.substring(TIME.length()).trim());
        if (time > furthest) {
          furthest = time;
          movedAt = System.nanoTime();
          micros.accept(time);
        }
      } catch (NumberFormatException e) {
        // "N/A" until the first packet is written
        return;
      }
    }
  }

  /** Somebody saw a sign of life elsewhere. */
  void alive() {
    movedAt = System.nanoTime();
  }

  long stillNanos() {
    return System.nanoTime() - movedAt;
  }
}
