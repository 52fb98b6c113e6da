package io.vidgen.whisper.internal;

import java.util.List;

/**
 * When each token of a segment is spoken.
 *
 * <p>{@code t_dtw} is when a token <em>ends</em>: whisper.cpp takes the moment at which attention
 * goes on to the next one ({@code whisper_exp_compute_token_level_timestamps_dtw} of 1.9.3 leaves
 * out the first row of its matrix). So a token starts where the one before it ended, unless there
 * was a pause; then its offset, which follows the loudness, is nearer. Where those ends are missing
 * or make no sense, the offsets are all there is: tokens spread between the model's time marks.
 */
final class TokenTimes {
  /** How far attention may be outside of its segment. */
  private static final long SLACK = 1_000;

  /** A token that seems to take longer than this, and some more for each byte, has a pause. */
  private static final long LONGEST = 300;

  private static final long LONGEST_PER_BYTE = 60;

  private final long[] starts;
  private final long[] ends;

  private TokenTimes(int count) {
    this.starts = new long[count];
    this.ends = new long[count];
  }

  static TokenTimes of(Segment segment) {
    var times = new TokenTimes(segment.tokens().size());
    if (hasEnds(segment)) {
      times.fillByEnds(segment);
    } else {
      times.fillByOffsets(segment);
    }
    return times;
  }

  long start(int token) {
    return starts[token];
  }

  long end(int token) {
    return ends[token];
  }

  private static boolean hasEnds(Segment segment) {
    long before = segment.from() - SLACK;
    for (var token : segment.tokens()) {
      if (token.heard() < 0 || token.heard() < before || token.heard() > segment.to() + SLACK) {
        return false;
      }
      before = token.heard();
    }
    return true;
  }

  private void fillByEnds(Segment segment) {
    long before = Math.max(0, segment.from());
    List<Token> tokens = segment.tokens();
    for (int i = 0; i < starts.length; i++) {
      var token = tokens.get(i);
      ends[i] = token.heard();
      starts[i] = Math.min(ends[i], start(token, before, i == 0));
      if (token.hasLetters()) {
        before = ends[i];
      }
    }
  }

  private static long start(Token token, long before, boolean first) {
    long end = token.heard();
    long longest = LONGEST + LONGEST_PER_BYTE * token.bytes().strip().length();
    if (end - before <= longest && !first) {
      return before;
    }
    boolean fits = token.from() >= before && token.from() < end && end - token.from() < 2 * longest;
    return fits ? token.from() : Math.max(before, end - longest);
  }

  private void fillByOffsets(Segment segment) {
    long clock = Math.max(0, segment.from());
    for (int i = 0; i < starts.length; i++) {
      var token = segment.tokens().get(i);
      starts[i] = token.from() < 0 ? clock : Math.max(clock, token.from());
      ends[i] = Math.max(starts[i], token.to());
      clock = starts[i];
    }
  }
}
