package io.vidgen.whisper.internal;

import java.util.List;

/**
 * When each token of a segment is spoken. Those that the model's attention gave are taken where
 * they make sense: it reports starts only, so that a token ends where the next one starts, or sooner
 * where a pause follows. Otherwise those that were spread between the model's own marks are.
 */
final class TokenTimes {
  /** How far attention may be outside of its segment. */
  private static final long SLACK = 1_000;

  /** A token before a pause is not longer than this, and some more for each character. */
  private static final long LONGEST = 300;

  private static final long LONGEST_PER_BYTE = 60;

  private final long[] starts;
  private final long[] ends;

  private TokenTimes(int count) {
    this.starts = new long[count];
    this.ends = new long[count];
  }

  static TokenTimes of(Segment segment) {
    var tokens = segment.tokens();
    var times = new TokenTimes(tokens.size());
    if (isHeard(segment)) {
      times.fillHeard(tokens, segment.to());
    } else {
      times.fillSpread(tokens, segment);
    }
    return times;
  }

  long start(int token) {
    return starts[token];
  }

  long end(int token) {
    return ends[token];
  }

  private static boolean isHeard(Segment segment) {
    long before = segment.from() - SLACK;
    for (var token : segment.tokens()) {
      if (token.heard() < 0 || token.heard() < before || token.heard() > segment.to() + SLACK) {
        return false;
      }
      before = token.heard();
    }
    return true;
  }

  private void fillHeard(List<Token> tokens, long segmentEnd) {
    for (int i = 0; i < starts.length; i++) {
      starts[i] = tokens.get(i).heard();
      long next = i + 1 < starts.length ? tokens.get(i + 1).heard() : segmentEnd;
      long longest = LONGEST + LONGEST_PER_BYTE * tokens.get(i).bytes().strip().length();
      ends[i] = Math.max(starts[i], Math.min(next, starts[i] + longest));
    }
  }

  private void fillSpread(List<Token> tokens, Segment segment) {
    long clock = Math.max(0, segment.from());
    for (int i = 0; i < starts.length; i++) {
      var token = tokens.get(i);
      starts[i] = token.from() < 0 ? clock : Math.max(clock, token.from());
      ends[i] = Math.max(starts[i], token.to());
      clock = starts[i];
    }
  }
}
