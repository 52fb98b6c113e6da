package io.vidgen.internal.captioned;

import io.vidgen.model.Timeline;
import io.vidgen.subtitle.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a long video is cut into segments that are encoded side by side: about every 20 seconds,
 * between two captions.
 */
final class Cuts {
  private static final int SECONDS = 20;

  private Cuts() {}

  /** How many segments a video of so many frames usually has. */
  static int count(int frames, int frameRate) {
    return Math.max(1, Math.round(frames / (float) (SECONDS * frameRate)));
  }

  /** The first frame of each segment, and after them the length of the video. */
  static List<Integer> of(int frames, int frameRate, List<Cue> cues) {
    int count = count(frames, frameRate);
    var cuts = new ArrayList<Integer>(List.of(0));
    int reach = frames / count / 2 - 1;
    for (int i = 1; i < count; i++) {
      int wanted = (int) ((long) frames * i / count);
      for (int away = 0; away <= reach; away++) {
        int free = free(wanted, away, frameRate, cues);
        if (free >= 0) {
          cuts.add(free);
          break;
        }
      }
    }
    cuts.add(frames);
    return cuts;
  }

  private static int free(int wanted, int away, int frameRate, List<Cue> cues) {
    if (isFree(wanted - away, frameRate, cues)) {
      return wanted - away;
    }
    return isFree(wanted + away, frameRate, cues) ? wanted + away : -1;
  }

  /** A caption that begins or ends within the frame is not cut: one frame is no caption. */
  private static boolean isFree(int frame, int frameRate, List<Cue> cues) {
    var time = Timeline.timeOf(frame, frameRate);
    var length = Timeline.timeOf(1, frameRate);
    return cues.stream().noneMatch(cue -> isInside(time, cue, length));
  }

  private static boolean isInside(Duration time, Cue cue, Duration frame) {
    return time.minus(cue.start()).compareTo(frame) >= 0
        && cue.end().minus(time).compareTo(frame) >= 0;
  }
}
