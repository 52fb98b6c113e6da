package io.vidgen.ffmpeg.internal.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts sounds that do not overlap behind each other into lanes. Mixing a lane costs the length of
 * the video once; mixing every sound by itself would cost it once a sound.
 */
final class SoundLanes {
  /** A sound and the number of the input that it is read from. */
  record Entry(int input, SoundPlan sound) {}

  private SoundLanes() {}

  static List<List<Entry>> of(List<Entry> sounds) {
    var lanes = new ArrayList<List<Entry>>();
    var sorted = new ArrayList<>(sounds);
    sorted.sort(Comparator.comparingLong(entry -> entry.sound().start()));
    for (var entry : sorted) {
      lane(lanes, entry).add(entry);
    }
    return lanes;
  }

  private static List<Entry> lane(List<List<Entry>> lanes, Entry entry) {
    for (var lane : lanes) {
      var last = lane.get(lane.size() - 1).sound();
      if (last.start() + last.length() <= entry.sound().start()) {
        return lane;
      }
    }
    var lane = new ArrayList<Entry>();
    lanes.add(lane);
    return lane;
  }
}
