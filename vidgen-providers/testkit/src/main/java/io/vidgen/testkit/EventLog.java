package io.vidgen.testkit;

import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A listener that keeps every event. Safe for use by several threads. */
public final class EventLog implements RenderListener {
  private final List<RenderEvent> events = new ArrayList<>();

  /** An empty log. */
  public EventLog() {}

  @Override
  public synchronized void on(RenderEvent event) {
    events.add(event);
    notifyAll();
  }

  /**
   * Everything that happened so far.
   *
   * @return the events in order
   */
  public synchronized List<RenderEvent> all() {
    return List.copyOf(events);
  }

  /**
   * The events of one kind.
   *
   * @param type the kind
   * @param <E> the kind
   * @return the events in order
   */
  public <E extends RenderEvent> List<E> of(Class<E> type) {
    return all().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * The steps that ran, and were not just found done.
   *
   * @return ids of the steps, in the order in which they ended
   */
  public List<String> redone() {
    return of(RenderEvent.StepFinished.class).stream()
        .filter(event -> !event.reused())
        .map(event -> event.step().id())
        .toList();
  }

  /**
   * Waits, in real time, for an event, which may have come already.
   *
   * @param wanted which
   * @param patience how long at most
   * @return true if it came
   * @throws InterruptedException if this thread was interrupted
   */
  public synchronized boolean await(Predicate<RenderEvent> wanted, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (events.stream().noneMatch(wanted)) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
