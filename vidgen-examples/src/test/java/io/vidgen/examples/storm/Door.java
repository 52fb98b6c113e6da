package io.vidgen.examples.storm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The only way to a vendor. While it is shut, connections to it are refused. */
final class Door implements AutoCloseable {
  private static final int WAITING = 50;

  private final int behind;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private int port;
  private ServerSocket listener;

  private Door(int behind) throws IOException {
    this.behind = behind;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
    accept(listener);
  }

  /** A door to a server of this machine. */
  static Door to(URI server) throws IOException {
    return new Door(server.getPort());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static ServerSocket listen(int port) throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
    return socket;
  }

  void shut() {
    try {
      listener.close();
      for (var socket : open) {
        socket.close();
      }
      open.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open() {
    if (!listener.isClosed()) {
      return;
    }
    try {
      listener = listen(port);
      accept(listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    threads.execute(
        () -> {
          try {
            while (true) {
              through(from.accept());
            }
          } catch (IOException e) {
            // It was shut.
          }
        });
  }

  private void through(Socket caller) throws IOException {
    var server = new Socket(InetAddress.getLoopbackAddress(), behind);
    caller.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    open.add(caller);
    open.add(server);
    threads.execute(() -> pump(caller, server));
    threads.execute(() -> pump(server, caller));
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      copy(from.getInputStream(), to.getOutputStream());
    } catch (IOException e) {
      // One of them hung up, and so does the other.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    var buffer = new byte[16_384];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
  }

  @Override
  public void close() {
    shut();
    threads.shutdownNow();
  }
}
