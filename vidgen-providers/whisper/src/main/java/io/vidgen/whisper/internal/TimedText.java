package io.vidgen.whisper.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a segment with the time of each character. The characters of a token share its time;
 * one that is cut over several tokens has the time of them all.
 */
final class TimedText {
  private static final int BROKEN = 0xFFFD;

  private final StringBuilder text = new StringBuilder();
  private long[] starts = new long[64];
  private long[] ends = new long[64];

  /** Adds a segment; no word goes on from one to the next. */
  void add(Segment segment) {
    var bytes = new StringBuilder();
    var owners = new int[segment.tokens().stream().mapToInt(t -> t.bytes().length()).sum()];
    for (int i = 0; i < segment.tokens().size(); i++) {
      var token = segment.tokens().get(i).bytes();
      Arrays.fill(owners, bytes.length(), bytes.length() + token.length(), i);
      bytes.append(token);
    }
    var times = TokenTimes.of(segment);
    var raw = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < raw.length; ) {
      int length = Math.min(length(raw[at]), raw.length - at);
      var decoded = new String(raw, at, length, StandardCharsets.UTF_8);
      if (decoded.codePointAt(0) == BROKEN) {
        // a byte that belongs to no character cannot be shown
        at++;
        continue;
      }
      append(
          decoded,
          time(times, segment, owners, at, 0),
          time(times, segment, owners, at + length - 1, 1));
      at += length;
    }
    append("\n", segment.to(), segment.to());
  }

  /** Where in its token a byte is: the token's time is shared by what is not a space. */
  private static long time(TokenTimes times, Segment segment, int[] owners, int at, int add) {
    int token = owners[at];
    int first = at;
    while (first > 0 && owners[first - 1] == token) {
      first--;
    }
    var bytes = segment.tokens().get(token).bytes();
    int spaces = bytes.length() - bytes.stripLeading().length();
    int all = bytes.strip().length();
    if (all == 0) {
      return times.start(token);
    }
    int done = Math.max(0, Math.min(all, at - first - spaces + add));
    long start = times.start(token);
    return start + (times.end(token) - start) * done / all;
  }

  String text() {
    return text.toString();
  }

  long start(int character) {
    return starts[character];
  }

  long end(int character) {
    return ends[character];
  }

  private void append(String characters, long start, long end) {
    int from = text.length();
    text.append(characters);
    if (text.length() > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    Arrays.fill(starts, from, text.length(), start);
    Arrays.fill(ends, from, text.length(), end);
  }

  private static int length(byte lead) {
    int value = lead & 0xFF;
    return value < 0x80 ? 1 : value < 0xC0 ? 1 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
  }
}
