package io.vidgen.testkit;

import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What was asked of a fake, and what it is to do next time. Safe for use by several threads. */
public final class FakeCalls {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final List<Call> log = new ArrayList<>();
  private final Map<String, Deque<RuntimeException>> failures = new HashMap<>();
  private final Map<String, Hold> holds = new HashMap<>();

  FakeCalls() {}

  /**
   * A call.
   *
   * @param method which method
   * @param detail what was asked, such as the text to speak
   */
  public record Call(String method, String detail) {}

  /** Calls that wait until a test lets them go on. */
  public static final class Hold implements AutoCloseable {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Hold() {}

    /**
     * Waits for the first call.
     *
     * @return true when it is there, false when none came in 100 s
     * @throws InterruptedException if this thread was interrupted
     */
    public boolean awaitEntered() throws InterruptedException {
      return entered.await(100, TimeUnit.SECONDS);
    }

    /** Lets all calls go on. */
    public void release() {
      released.countDown();
    }

    @Override
    public void close() {
      release();
    }
  }

  /**
   * All calls so far.
   *
   * @return the calls, in the order in which they came
   */
  public synchronized List<Call> log() {
    return List.copyOf(log);
  }

  /**
   * How often a method was called.
   *
   * @param method the method
   * @return the count
   */
  public synchronized int count(String method) {
    return (int) log.stream().filter(call -> call.method().equals(method)).count();
  }

  /**
   * How many calls there were.
   *
   * @return the count
   */
  public synchronized int total() {
    return log.size();
  }

  /** Forgets the calls so far. */
  public synchronized void clear() {
    log.clear();
  }

  /**
   * Lets the next calls of a method fail, one for each failure; those after them succeed.
   *
   * @param method the method
   * @param next the failures, usually {@link VidgenException}s
   */
  public synchronized void failNext(String method, RuntimeException... next) {
    failures.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /**
   * Lets all calls of a method wait, from now on. They end early when their thread is interrupted
   * or their call is cancelled.
   *
   * @param method the method
   * @return to let them go on
   */
  public synchronized Hold hold(String method) {
    var hold = new Hold();
    holds.put(method, hold);
    return hold;
  }

  void enter(String method, String detail, CallContext context) throws InterruptedException {
    RuntimeException failure;
    Hold hold;
    synchronized (this) {
      log.add(new Call(method, detail));
      var planned = failures.get(method);
      failure = planned == null ? null : planned.poll();
      hold = holds.get(method);
    }
    if (hold != null) {
      hold.entered.countDown();
      if (!hold.released.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody released " + method);
      }
    }
    if (failure != null) {
      throw failure;
    }
    if (context.cancelled()) {
      throw new InterruptedException(method + " was cancelled");
    }
  }
}
