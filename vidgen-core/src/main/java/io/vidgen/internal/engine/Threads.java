package io.vidgen.internal.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the pools get their threads from. */
final class Threads {
  private Threads() {}

  /**
   * Threads that do not keep the process alive.
   *
   * @param name what they are called, before a number
   * @return their factory
   */
  static ThreadFactory daemons(String name) {
    var count = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Virtual threads that may wait in monitors. Looked up by name, since this is compiled for Java
   * 17. Before Java 24 a monitor pins the thread below (JEP 491), so that a few waiting steps could
   * hold up all others.
   *
   * @param name what they are called, before a number
   * @return their factory; empty before Java 24
   */
  static Optional<ThreadFactory> virtual(String name) {
    if (Runtime.version().feature() < 24) {
      return Optional.empty();
    }
    var lookup = MethodHandles.publicLookup();
    try {
      var builder = Class.forName("java.lang.Thread$Builder");
      var ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      var start = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
      var named =
          lookup.findVirtual(
              ofVirtual, "name", MethodType.methodType(ofVirtual, String.class, long.class));
      var factory =
          lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
      return Optional.of(
          (ThreadFactory) factory.invoke(named.invoke(start.invoke(), name + "-", 1L)));
    } catch (Throwable e) {
      throw new IllegalStateException("this Java has no virtual threads as they are known", e);
    }
  }
}
