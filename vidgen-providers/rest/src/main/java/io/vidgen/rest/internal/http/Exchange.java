package io.vidgen.rest.internal.http;

import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one call once and says what became of it. */
final class Exchange {
  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private final String provider;
  private final Requests requests;
  private final Failures failures;
  private final Scrubber scrubber;
  private final HostGuard host;
  private final CallWatch watch;

  Exchange(
      String provider,
      Requests requests,
      Failures failures,
      Scrubber scrubber,
      HostGuard host,
      CallWatch watch) {
    this.provider = provider;
    this.requests = requests;
    this.failures = failures;
    this.scrubber = scrubber;
    this.host = host;
    this.watch = watch;
  }

  <T> T send(OkHttpClient http, ApiCall call, Patience patience, AnswerReader<T> reader) {
    return send(http, call, patience, reader, headers -> {});
  }

  /** The same; the headers of every answer are heard first, also those of errors. */
  <T> T send(
      OkHttpClient http,
      ApiCall call,
      Patience patience,
      AnswerReader<T> reader,
      Consumer<Headers> heard) {
    if (patience.cancelled()) {
      throw failures.cancelled(Failures.describe(call));
    }
    if (patience.isOver()) {
      throw failures.late(Failures.describe(call));
    }
    try {
      var sending = new Sending(call.body() != null);
      var request = requests.build(call, sending);
      var ok = http.newCall(request);
      ok.timeout().timeout(Math.max(1, patience.left().toNanos()), TimeUnit.NANOSECONDS);
      try (var visit = host.enter()) {
        return execute(
            ok,
            call,
            visit,
            sending,
            patience,
            response -> {
              heard.accept(response.headers());
              if (!response.isSuccessful()) {
                throw failures.answered(call, Answers.error(response, call.paid(), scrubber));
              }
              return reader.read(response);
            });
      }
    } catch (VidgenException e) {
      throw e.failure().context().provider() == null
          ? failures.exception(e.failure(), e.getCause())
          : e;
    }
  }

  private <T> T execute(
      Call ok,
      ApiCall call,
      HostGuard.Visit visit,
      Sending sending,
      Patience patience,
      AnswerReader<T> reader) {
    long began = System.nanoTime();
    try {
      return watch.run(
          ok,
          patience.unwanted(),
          response -> {
            visit.answered(response.code());
            log(call, response.code(), Duration.ofNanos(System.nanoTime() - began));
            return reader.read(response);
          });
    } catch (BadAnswerException e) {
      throw failures.unreadable(call, e);
    } catch (IOException e) {
      if (!patience.cancelled() && !(e instanceof LocalFileException)) {
        visit.failed();
      }
      throw failures.broken(call, e, sending, patience);
    }
  }

  private void log(ApiCall call, int status, Duration time) {
    if (log.isDebugEnabled()) {
      var what = scrubber.clean(Failures.describe(call));
      log.debug("{}: {} -> {} after {} ms", provider, what, status, time.toMillis());
    }
  }
}
