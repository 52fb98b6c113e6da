package io.vidgen.internal.video;

import io.vidgen.subtitle.Cue;
import java.time.Duration;

/** Moves cues in time. */
final class CaptionOffset {
  private CaptionOffset() {}

  static Cue shift(Cue cue, Duration offset) {
    return new Cue(
        cue.start().plus(offset),
        cue.end().plus(offset),
        cue.lines(),
        cue.words().stream().map(word -> word.shifted(offset)).toList(),
        cue.identifier(),
        cue.settings());
  }
}
