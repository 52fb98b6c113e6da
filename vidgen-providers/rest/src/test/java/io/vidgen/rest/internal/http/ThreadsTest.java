package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
final class ThreadsTest {

  @Test
  void client_manyCalls_takesFewDaemonThreads() throws Exception {
    int callers = 30;
    try (var vendor = new Vendor()) {
      var together = new CyclicBarrier(callers);
      vendor.server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return Vendor.json("{}").build();
            }
          });
      var client = VendorClient.builder("threads", vendor.base()).build();
      var threads = Executors.newFixedThreadPool(callers);
      try {
        var running = new ArrayList<Future<?>>();
        for (int i = 0; i < callers; i++) {
          running.add(
              threads.submit(
                  () -> {
                    together.await();
                    client.ask(ApiCall.get("a").build(), vendor.context);
                    return client.ask(ApiCall.get("b").build(), vendor.context);
                  }));
        }
        for (var each : running) {
          each.get();
        }
        var own =
            Thread.getAllStackTraces().keySet().stream()
                .filter(
                    thread ->
                        thread.getName().startsWith("vidgen-")
                            || thread.getName().startsWith("Okio")
                            || thread.getName().startsWith("OkHttp"))
                .toList();
        assertThat(own).allMatch(Thread::isDaemon);
        assertThat(own.stream().filter(thread -> thread.getName().startsWith("vidgen-threads")))
            .hasSize(1);
      } finally {
        threads.shutdownNow();
      }
    }
  }
}
