package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file from an address that came from outside: no credentials (unless it is for the
 * vendor's {@link OwnHost} alone), each host on the way checked, what breaks off is gone on with.
 * Its failures leave open whether money was spent, since what is downloaded was paid before.
 */
final class Downloader {
  private static final int REDIRECTS = 5;
  private static final int ATTEMPTS = 12;

  /** Attempts in a row that brought nothing new. */
  private static final int DRY = 3;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);

  private final OkHttpClient http;
  private final AddressGuard guard;
  private final Failures failures;
  private final Scrubber scrubber;
  private final CallWatch watch;
  private final @Nullable OwnHost own;

  Downloader(
      OkHttpClient http,
      AddressGuard guard,
      Failures failures,
      Scrubber scrubber,
      CallWatch watch,
      @Nullable OwnHost own) {
    this.own = own;
    this.http = http;
    this.guard = guard;
    this.failures = failures;
    this.scrubber = scrubber;
    this.watch = watch;
  }

  Received download(URI address, Expected expected, Path directory, Patience patience) {
    var file = new IncomingFile(directory, expected);
    try {
      var url = checked(guard.check(address.toString()));
      return fetch(url, new PartialDownload(file), patience);
    } catch (BadAnswerException e) {
      throw failures.exception(
          Failure.of(FailureKind.PROTOCOL, "the file cannot be used: " + e.getMessage(), ""), null);
    } catch (LocalFileException e) {
      // An interrupt closes the file under who writes it.
      throw patience.cancelled()
          ? broken(file, e, patience)
          : failures.exception(Failures.local(e), e);
    } catch (ExpiredAddressException e) {
      throw e;
    } catch (VidgenException e) {
      throw failures.exception(e.failure(), e.getCause());
    } catch (IOException e) {
      throw broken(file, e, patience);
    } finally {
      file.discard();
    }
  }

  private Received fetch(HttpUrl url, PartialDownload part, Patience patience) throws IOException {
    int dry = 0;
    for (int attempt = 1; ; attempt++) {
      long best = part.best();
      try {
        return attempt(url, part, patience);
      } catch (BadAnswerException | LocalFileException | AddressGuard.ForbiddenHostException e) {
        throw e;
      } catch (IOException e) {
        dry = part.best() > best ? 0 : dry + 1;
        if (dry >= DRY || attempt >= ATTEMPTS || patience.isOver() || patience.cancelled()) {
          throw e;
        }
      }
      pause(PAUSE.multipliedBy(1L << dry));
    }
  }

  /** One attempt, with the redirects that belong to it. */
  private Received attempt(HttpUrl from, PartialDownload part, Patience patience)
      throws IOException {
    var url = from;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      var request = new Request.Builder().url(url).tag(Sending.class, new Sending(false));
      request.header("User-Agent", "vidgen").header("Accept", "*/*");
      part.ask(request);
      if (own != null) {
        own.sign(request);
      }
      var call = http.newCall(request.build());
      call.timeout().timeout(Math.max(1, patience.left().toNanos()), TimeUnit.NANOSECONDS);
      var hopped = new Hop(url);
      var received = watch.run(call, patience.unwanted(), response -> hopped.take(response, part));
      if (received.isPresent()) {
        return received.get();
      }
      url = hopped.next;
    }
    throw new VidgenException(
        Failure.of(FailureKind.PROTOCOL, "an address leads on more than 5 times", ""));
  }

  /** One request of an attempt: it brings the file, or says where to go on. */
  private final class Hop {
    private HttpUrl next;

    Hop(HttpUrl url) {
      next = url;
    }

    Optional<Received> take(Response response, PartialDownload part) throws IOException {
      if (REDIRECT.contains(response.code())) {
        next = target(next, response);
        return Optional.empty();
      }
      return Optional.of(Downloader.this.take(response, part));
    }
  }

  private HttpUrl target(HttpUrl url, Response response) {
    var location = response.header("Location");
    var next = location == null ? null : url.resolve(location);
    if (next == null) {
      throw new VidgenException(
          Failure.of(FailureKind.PROTOCOL, "an address leads on to nowhere", ""));
    }
    return checked(guard.check(next));
  }

  private HttpUrl checked(HttpUrl url) {
    return own == null ? url : own.check(url);
  }

  private Received take(Response response, PartialDownload part) throws IOException {
    int status = response.code();
    if (response.isSuccessful()) {
      return part.take(response);
    }
    if (status == 416 && part.isWhole(response)) {
      return part.finish(response.headers());
    }
    if (status == 416 && part.size() > 0) {
      part.restart();
      throw new IOException("the rest is refused");
    }
    var error = Answers.error(response, false, scrubber);
    // With credentials 403 speaks of them; without, of a signature in the address.
    if ((status == 403 && own == null) || status == 404 || status == 410 || saysExpired(error)) {
      var gone =
          failures.exception(
              Failure.of(
                  FailureKind.EXPIRED, "the address of the file is no longer good: " + status, ""),
              null);
      throw new ExpiredAddressException(gone.failure(), status);
    }
    var failure = StatusErrors.map(error).charged(null);
    var delay = failures.delay(error);
    throw new VidgenException(delay == null ? failure : failure.retryAfter(delay));
  }

  /** Object stores answer 400 with a code to an address whose token is too old. */
  private static boolean saysExpired(ErrorReply error) {
    return error.status() == 400 && error.body().contains("Expired");
  }

  private VidgenException broken(IncomingFile file, IOException e, Patience patience) {
    if (patience.cancelled()) {
      return failures.exception(
          Failure.of(FailureKind.CANCELLED, "a download was cancelled", ""), null);
    }
    if (e instanceof AddressGuard.ForbiddenHostException) {
      return failures.exception(
          Failure.of(FailureKind.PROTOCOL, "an address is not fetched: " + Failures.text(e), ""),
          null);
    }
    var text = "a download broke off after " + file.size() + " bytes: " + Failures.text(e);
    return failures.exception(
        Failure.of(
                patience.isOver() ? FailureKind.TIMEOUT : FailureKind.UNAVAILABLE,
                text,
                "it is fetched again, not bought again")
            .charged(null),
        e);
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      // The next attempt sees the flag and ends.
      Thread.currentThread().interrupt();
    }
  }
}
