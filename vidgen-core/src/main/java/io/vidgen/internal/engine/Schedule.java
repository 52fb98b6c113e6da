package io.vidgen.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each step of a plan begins, if all take as long as expected: as soon as what it waits for is
 * done and there is room where it runs; of those that could begin, the first of the list does. Used
 * by one thread, once.
 */
final class Schedule {
  private static final Comparator<Entry> BY_PLACE_IN_LIST = Comparator.comparingInt(e -> e.number);

  private final Map<String, Entry> entries;
  private final Map<String, Room> rooms = new HashMap<>();
  private final Queue<Entry> ready = new PriorityQueue<>(BY_PLACE_IN_LIST);
  private final Queue<End> ends = new PriorityQueue<>(Comparator.comparing(End::at));
  private final Map<String, Duration> begins = new HashMap<>();
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

  private record End(Duration at, Entry entry) {}

  private static final class Entry {
    final Work work;
    final int number;

    /** How many that it waits for are not done. */
    int missing;

    final List<Entry> followers = new ArrayList<>(2);

    Entry(Work work, int number) {
      this.work = work;
      this.number = number;
    }
  }

  private static final class Room {
    int free;
    final Queue<Entry> waiting = new PriorityQueue<>(BY_PLACE_IN_LIST);

    Room(int free) {
      this.free = free;
    }
  }

  private Schedule(List<Work> steps) {
    entries = new LinkedHashMap<>();
    steps.forEach(step -> entries.put(step.id(), new Entry(step, entries.size())));
  }

  /** Returns when each begins, by its id. */
  static Map<String, Duration> of(List<Work> steps) {
    return new Schedule(steps).run();
  }

  private Map<String, Duration> run() {
    entries.values().forEach(this::link);
    entries.values().stream().filter(entry -> entry.missing == 0).forEach(ready::add);
    beginReady();
    for (var end = ends.poll(); end != null; end = ends.poll()) {
      now = end.at();
      finish(end.entry());
      // Whatever ends at the same time leaves its room before anybody takes it.
      if (ends.isEmpty() || ends.element().at().compareTo(now) > 0) {
        beginReady();
      }
    }
    // What waits for itself can never begin; a plan is not lost over that.
    entries.keySet().forEach(id -> begins.putIfAbsent(id, now));
    return begins;
  }

  /** What is not in the plan is not waited for. */
  private void link(Entry entry) {
    for (var id : entry.work.after()) {
      var before = entries.get(id);
      if (before != null) {
        before.followers.add(entry);
        entry.missing++;
      }
    }
  }

  private void beginReady() {
    for (var entry = ready.poll(); entry != null; entry = ready.poll()) {
      var room = room(entry);
      if (room != null && room.free == 0) {
        room.waiting.add(entry);
      } else {
        begin(entry, room);
      }
    }
  }

  private void begin(Entry entry, @Nullable Room room) {
    begins.put(entry.work.id(), now);
    if (room != null) {
      room.free--;
    }
    if (entry.work.expected().isZero()) {
      finish(entry);
    } else {
      ends.add(new End(now.plus(entry.work.expected()), entry));
    }
  }

  private void finish(Entry entry) {
    for (var follower : entry.followers) {
      follower.missing--;
      if (follower.missing == 0) {
        ready.add(follower);
      }
    }
    var room = room(entry);
    if (room != null) {
      room.free++;
      var next = room.waiting.poll();
      if (next != null) {
        ready.add(next);
      }
    }
  }

  private @Nullable Room room(Entry entry) {
    var place = entry.work.place();
    return place.room() == 0
        ? null
        : rooms.computeIfAbsent(place.name(), name -> new Room(place.room()));
  }
}
