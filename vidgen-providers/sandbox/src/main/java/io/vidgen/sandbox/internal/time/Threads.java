package io.vidgen.sandbox.internal.time;

/** Threads of the sandbox: they never keep a JVM alive. */
public final class Threads {

  private Threads() {}

  /** A daemon thread. */
  public static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
