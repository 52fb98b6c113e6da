package io.vidgen.testkit.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A server on 127.0.0.1 with a deadline for every exchange. */
final class LocalServer implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int WAITING = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Answers. What it throws is said to the client, if nothing else was. */
  interface Handler {
    void handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ThreadPoolExecutor workers;
  private final ScheduledThreadPoolExecutor watch;
  private final Duration timeout;

  LocalServer(Duration timeout) throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    this.timeout = timeout;
    this.server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    var queue = new ArrayBlockingQueue<Runnable>(WAITING);
    this.workers =
        new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, queue, daemons("work"));
    workers.allowCoreThreadTimeOut(true);
    this.watch = new ScheduledThreadPoolExecutor(1, daemons("watch"));
    watch.setRemoveOnCancelPolicy(true);
    server.setExecutor(workers);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void start(Handler handler) {
    server.createContext("/", exchange -> inTime(handler, exchange));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
    try {
      // Clients have their answer before it is written to files.
      boolean unused = workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdownNow();
    watch.shutdownNow();
  }

  private void inTime(Handler handler, HttpExchange exchange) throws IOException {
    try {
      limited(handler, exchange, timeout);
    } catch (InterruptedException | ClosedByInterruptException e) {
      say(exchange, 504, "this took longer than " + timeout);
    } catch (IOException e) {
      // The text may hold an address with a signature.
      say(exchange, 502, "no exchange: " + e.getClass().getSimpleName());
    } finally {
      exchange.close();
    }
  }

  /** Time of its own, because an interrupt that comes now would close the connection. */
  private void say(HttpExchange exchange, int status, String why) throws IOException {
    try {
      limited(open -> Answers.error(open, status, why), exchange, PATIENCE);
    } catch (InterruptedException e) {
      throw new InterruptedIOException(why);
    }
  }

  private void limited(Handler handler, HttpExchange exchange, Duration time)
      throws IOException, InterruptedException {
    var deadline = new Deadline(Thread.currentThread());
    var alarm = watch.schedule(deadline::strike, time.toMillis(), TimeUnit.MILLISECONDS);
    try {
      handler.handle(exchange);
    } finally {
      alarm.cancel(false);
      deadline.over();
    }
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      var thread = new Thread(task, "vidgen-recording-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Interrupts a thread, but never one that has gone on to something else. */
  private static final class Deadline {
    private final Thread thread;
    private boolean over;

    Deadline(Thread thread) {
      this.thread = thread;
    }

    synchronized void strike() {
      if (!over) {
        thread.interrupt();
      }
    }

    synchronized void over() {
      over = true;
      boolean unused = Thread.interrupted();
    }
  }
}
