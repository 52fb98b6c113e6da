package io.vidgen.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that write at the same time share one trip to the disk: while one thread is on its
 * way, the others gather, and the next one takes them all along.
 *
 * @param <E> what is written
 */
final class GroupCommit<E> {
  private final Sink<E> sink;
  private final Object door = new Object();
  private Batch<E> gathering = new Batch<>();
  private boolean onTheWay;

  /** Writes; called by one thread at a time. */
  @FunctionalInterface
  interface Sink<E> {
    /** Writes all entries or none. */
    void write(List<E> entries) throws IOException;
  }

  private static final class Batch<E> {
    private final List<E> entries = new ArrayList<>();
    private boolean done;
    private @Nullable Throwable failure;
  }

  GroupCommit(Sink<E> sink) {
    this.sink = sink;
  }

  /** Returns when the entry is written, by this thread or another. */
  void write(E entry) throws IOException {
    Batch<E> mine;
    synchronized (door) {
      mine = gathering;
      mine.entries.add(entry);
      Monitors.await(door, () -> mine.done || !onTheWay);
      if (!mine.done) {
        // Not done, so it still gathers: a batch leaves only here.
        onTheWay = true;
        gathering = new Batch<>();
      }
    }
    if (!mine.done) {
      go(mine);
    }
    if (mine.failure != null) {
      throw new IOException(mine.failure.getMessage(), mine.failure);
    }
  }

  private void go(Batch<E> batch) {
    try {
      sink.write(batch.entries);
    } catch (IOException | RuntimeException | Error e) {
      batch.failure = e;
    } finally {
      synchronized (door) {
        batch.done = true;
        onTheWay = false;
        door.notifyAll();
      }
    }
  }
}
