package io.vidgen.whisper.internal;

import java.util.List;

/**
 * A sentence or part of one.
 *
 * @param from milliseconds
 * @param to milliseconds
 * @param tokens its text, without the marks that whisper.cpp writes for itself
 */
record Segment(long from, long to, List<Token> tokens) {
  Segment {
    tokens = List.copyOf(tokens);
  }
}
