package io.vidgen.whisper.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What the program says on its standard error: how far it is, and in the end what went wrong. Read
 * by the thread that waits, as much as there is; the last 16 KB are kept. A program that says more
 * than is read waits, as its pipe is full.
 */
final class ErrorOutput {
  private static final int KEPT = 16 << 10;
  private static final int MOST_AT_ONCE = 1 << 20;
  private static final int MOST_SHOWN = 500;
  private static final Pattern PROGRESS = Pattern.compile("progress = {1,4}([0-9]{1,9})%");
  private static final Pattern COMPLAINT =
      Pattern.compile("(?i)error|fail|invalid|unknown|abort|assert|terminate|what\\(\\)|not found");

  private final InputStream in;
  private final StringBuilder kept = new StringBuilder();
  private double progress;

  ErrorOutput(InputStream in) {
    this.in = in;
  }

  /** Reads what is there, without waiting for more. */
  void read() throws IOException {
    var buffer = new byte[8192];
    for (int done = 0; done < MOST_AT_ONCE; ) {
      int there = Math.min(in.available(), buffer.length);
      int got = there <= 0 ? 0 : in.read(buffer, 0, there);
      if (got <= 0) {
        return;
      }
      done += got;
      take(new String(buffer, 0, got, StandardCharsets.UTF_8));
    }
  }

  private void take(String text) {
    int from = Math.max(0, kept.length() - 64);
    kept.append(text);
    var found = PROGRESS.matcher(kept).region(from, kept.length());
    while (found.find()) {
      // 11 s were reported as 272 %: a step is 30 s
      progress = Math.max(progress, Math.min(1, Integer.parseInt(found.group(1)) / 100.0));
    }
    if (kept.length() > KEPT) {
      kept.delete(0, kept.length() - KEPT);
    }
  }

  /** How far it says it is, 0 to 1. */
  double progress() {
    return progress;
  }

  /** All that was kept. */
  String text() {
    return kept.toString();
  }

  /** The lines that complain, or else the last ones. */
  String complaint() {
    var lines = kept.toString().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    var complaints = lines.stream().filter(line -> COMPLAINT.matcher(line).find()).toList();
    var shown = String.join(" / ", complaints.isEmpty() ? lines : complaints);
    if (shown.isEmpty()) {
      return "it said nothing";
    }
    return shown.length() > MOST_SHOWN ? shown.substring(shown.length() - MOST_SHOWN) : shown;
  }
}
