package io.vidgen.whisper.internal;

import java.util.List;
import java.util.Locale;

/**
 * What whisper.cpp answered.
 *
 * @param language the language heard; the root locale when it says none
 * @param segments in order
 */
record Heard(Locale language, List<Segment> segments) {
  Heard {
    segments = List.copyOf(segments);
  }
}
