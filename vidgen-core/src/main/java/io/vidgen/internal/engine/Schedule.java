package io.vidgen.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each step of a plan begins, if all take as long as expected: as soon as what it waits for is
 * done and there is room where it runs. Used by one thread, once.
 */
final class Schedule {
  private final Map<String, Integer> free = new HashMap<>();
  private final Map<String, Duration> begins = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final PriorityQueue<End> ends =
      new PriorityQueue<>((one, other) -> one.at().compareTo(other.at()));
  private Duration now = Duration.ZERO;

  /**
   * A step.
   *
   * @param id its id
   * @param expected how long it takes
   * @param place where it runs
   * @param after ids of the steps that it waits for
   */
  record Work(String id, Duration expected, Place place, Set<String> after) {}

  /**
   * Where steps run.
   *
   * @param name its name
   * @param room how many at once; 0 for any number
   */
  record Place(String name, int room) {
    static final Place ANYWHERE = new Place("", 0);
  }

  private record End(Duration at, Work work) {}

  private Schedule() {}

  /** Returns when each begins, by its id; steps are begun in the order of the list. */
  static Map<String, Duration> of(List<Work> steps) {
    return new Schedule().run(steps);
  }

  private Map<String, Duration> run(List<Work> steps) {
    var left = new LinkedHashMap<String, Work>();
    steps.forEach(step -> left.put(step.id(), step));
    while (!left.isEmpty()) {
      for (var work : new ArrayList<>(left.values())) {
        if (isReady(work, left) && take(work.place())) {
          left.remove(work.id());
          begin(work);
        }
      }
      var end = ends.poll();
      if (end == null) {
        // Nothing that is left can ever begin; a plan is not lost over that.
        left.values().forEach(work -> begins.put(work.id(), now));
        return begins;
      }
      finish(end);
    }
    return begins;
  }

  /** What is not in the plan is waited for no longer. */
  private boolean isReady(Work work, Map<String, Work> left) {
    return work.after().stream()
        .allMatch(id -> done.contains(id) || (!left.containsKey(id) && !begins.containsKey(id)));
  }

  private boolean take(Place place) {
    if (place.room() == 0) {
      return true;
    }
    int room = free.getOrDefault(place.name(), place.room());
    free.put(place.name(), Math.max(0, room - 1));
    return room > 0;
  }

  private void begin(Work work) {
    begins.put(work.id(), now);
    if (work.expected().isZero()) {
      release(work);
    } else {
      ends.add(new End(now.plus(work.expected()), work));
    }
  }

  private void finish(End first) {
    now = first.at();
    for (@Nullable End end = first; end != null; ) {
      release(end.work());
      var next = ends.peek();
      end = next != null && next.at().equals(now) ? ends.poll() : null;
    }
  }

  private void release(Work work) {
    done.add(work.id());
    if (work.place().room() > 0) {
      free.merge(work.place().name(), 1, Integer::sum);
    }
  }
}
