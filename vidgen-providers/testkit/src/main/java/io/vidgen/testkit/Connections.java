package io.vidgen.testkit;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches for connections: the JDK's sockets and clients ask for a proxy before they connect. */
final class Connections {
  private Connections() {}

  static List<URI> during(Runnable work) {
    var seen = new CopyOnWriteArrayList<URI>();
    var before = ProxySelector.getDefault();
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            seen.add(uri);
            return before == null ? List.of(Proxy.NO_PROXY) : before.select(uri);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {
            seen.add(uri);
          }
        });
    try {
      work.run();
    } finally {
      ProxySelector.setDefault(before);
    }
    return List.copyOf(seen);
  }
}
