package io.vidgen.google.bench;

import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks the sandbox every 50 ms which clips are ready, beside whoever is measured. */
final class ReadyWatch implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(50);

  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Instant> begun = new LinkedHashMap<>();
  private final Map<String, Instant> ready = new LinkedHashMap<>();
  private final Thread thread = new Thread(this::watch, "ready-watch");
  private volatile boolean over;

  ReadyWatch(Sandbox sandbox) {
    this.sandbox = sandbox;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (!over) {
        for (var charge : sandbox.charges(Vendor.GOOGLE)) {
          if (charge.operation().equals("predictLongRunning")) {
            look(charge);
          }
        }
        Thread.sleep(STEP.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void look(Charge charge) throws IOException, InterruptedException {
    var id = charge.id();
    begun.putIfAbsent(id, charge.at());
    if (ready.containsKey(id)) {
      return;
    }
    var settings = sandbox.environment();
    var url = settings.get("VIDGEN_GOOGLE_URL") + "/v1beta/" + id;
    var asked =
        HttpRequest.newBuilder(URI.create(url))
            .header("x-goog-api-key", settings.getOrDefault("GEMINI_API_KEY", ""))
            .build();
    var answer = http.send(asked, HttpResponse.BodyHandlers.ofString()).body();
    if (answer.replace(" ", "").contains("\"done\":true")) {
      ready.put(id, Instant.now());
    }
  }

  /** How long each clip took at the vendor. */
  synchronized Map<String, Duration> latencies() {
    var all = new LinkedHashMap<String, Duration>();
    ready.forEach((id, at) -> all.put(id, Duration.between(begun.getOrDefault(id, at), at)));
    return all;
  }

  /** When the last clip was ready. */
  synchronized Instant last() {
    return ready.values().stream().max(Instant::compareTo).orElseThrow();
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(5).toMillis());
  }
}
