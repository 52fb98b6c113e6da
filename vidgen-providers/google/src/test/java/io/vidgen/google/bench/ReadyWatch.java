package io.vidgen.google.bench;

import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Asks the sandbox every 50 ms which clips are ready, beside whoever is measured. */
final class ReadyWatch implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(50);

  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Instant> begun = new LinkedHashMap<>();
  private final Map<String, Instant> ready = new LinkedHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(ReadyWatch::thread);
  private final ScheduledFuture<?> watching;

  ReadyWatch(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.watching =
        timer.scheduleWithFixedDelay(this::watch, 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "ready-watch");
    thread.setDaemon(true);
    return thread;
  }

  private void watch() {
    try {
      for (var charge : sandbox.charges(Vendor.GOOGLE)) {
        if (charge.operation().equals("predictLongRunning")) {
          look(charge);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  /** Ends the watch; throws what ended it before, since then nobody saw the later clips. */
  @Override
  public void close() throws InterruptedException, ExecutionException {
    boolean isBroken = watching.isDone();
    timer.shutdownNow();
    if (isBroken) {
      watching.get();
    }
    var unused = timer.awaitTermination(100, TimeUnit.SECONDS);
  }
}
