package io.vidgen.sandbox.internal.server;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.vidgen.sandbox.internal.books.Books;
import io.vidgen.sandbox.internal.fault.FaultDesk;
import io.vidgen.sandbox.internal.time.Threads;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The HTTP server: one port of the loopback address for all vendors. */
public final class SandboxServer implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int MOST_WAITING = 10_000;
  private static final int BACKLOG = 1024;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer http;
  private final ThreadPoolExecutor threads;
  private final Waits waits = new Waits();

  private SandboxServer(HttpServer http, ThreadPoolExecutor threads) {
    this.http = http;
    this.threads = threads;
  }

  /** Takes the port; answers nothing before {@link #open}. */
  public static SandboxServer bind(int port) throws IOException {
    // Read once by the JDK when the first server is made. Without the first, each small answer
    // waits for the other side's delayed acknowledgement, 40 ms.
    setUnlessChosen("sun.net.httpserver.nodelay", "true");
    setUnlessChosen("sun.net.httpserver.maxIdleConnections", "4000");
    setUnlessChosen("sun.net.httpserver.idleInterval", "60");
    var http =
        HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            r -> Threads.daemon(r, "sandbox-http"));
    threads.allowCoreThreadTimeOut(true);
    http.setExecutor(threads);
    return new SandboxServer(http, threads);
  }

  private static void setUnlessChosen(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Such as {@code http://127.0.0.1:8899}. */
  public String base() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Begins to answer. */
  public void open(
      List<VendorImitation> imitations,
      StoredFiles files,
      FaultDesk faults,
      Books books,
      InstantSource clock,
      Path directory,
      HttpHandler control) {
    var targets = new Targets(imitations, files);
    http.createContext("/", new Front(targets, faults, books, clock, directory, waits));
    http.createContext("/sandbox", control);
    http.start();
  }

  @Override
  public void close() {
    waits.close();
    http.stop(0);
    Threads.stop(threads);
  }
}
