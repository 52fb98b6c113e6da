package io.vidgen.rest.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to one vendor. A call is sent once, has a deadline, ends when its thread is interrupted or
 * its context is cancelled, and fails with a {@link io.vidgen.error.VidgenException} whose kind and
 * charge are right:
 *
 * <ul>
 *   <li>certainly not sent: {@code UNAVAILABLE}, not charged
 *   <li>sent and not answered, answered 408 or 5xx, or answered unreadably: {@code UNKNOWN_OUTCOME}
 *       when the call is paid; {@code UNAVAILABLE}, {@code TIMEOUT} or {@code PROTOCOL} when it is
 *       free
 *   <li>answered otherwise: what the vendor's {@link ErrorMapper} says
 *   <li>cancelled: {@code CANCELLED}, or {@code UNKNOWN_OUTCOME} when a paid call was sent; the
 *       thread's interrupt flag stays set
 * </ul>
 *
 * <p>Redirects are followed by downloads only. Safe for use by many threads; all threads of its own
 * are daemons and end when idle.
 */
public final class VendorClient {
  /** Says how many calls an account may run at once; ElevenLabs, as of 2026. */
  private static final String CONCURRENCY = "maximum-concurrent-requests";

  /** No account is given more places than this, whatever a header says. */
  private static final int MOST_PLACES = 256;

  /** With less than this, or than its own limit, a paid call is not begun: it might be cut off. */
  private static final Duration LEAST_FOR_PAID = Duration.ofSeconds(60);

  private final ClientLimits limits;
  private final Exchange exchange;
  private final Failures failures;
  private final SubmitPace pace;
  private final Downloader downloader;
  private final Downloader ownDownloader;
  private final OkHttpClient submits;
  private final OkHttpClient asks;
  private final InstantSource clock;

  VendorClient(ClientParts parts) {
    limits = parts.limits();
    exchange = parts.exchange();
    failures = parts.failures();
    pace = parts.pace();
    downloader = parts.downloader();
    ownDownloader = parts.ownDownloader();
    submits = parts.submits();
    asks = parts.asks();
    clock = parts.clock();
  }

  /**
   * Begins a client.
   *
   * @param provider id of the provider, for messages and limits
   * @param base address of the vendor, configured by the user or built in; never from outside
   * @return a builder
   */
  public static VendorClientBuilder builder(String provider, URI base) {
    return new VendorClientBuilder(provider, base);
  }

  /**
   * Starts work. Waits for a free place among the submits that run, as long as the call itself may
   * take, but not past the deadline. A paid call is refused unsent, as {@code RATE_LIMITED}, when
   * less than a minute is left to the deadline, and less than its own limit.
   *
   * @param call the call
   * @param context deadline and cancellation
   * @return the 2xx answer
   */
  public Reply submit(ApiCall call, CallContext context) {
    return submitted(
        call, context, response -> Answers.reply(response, call.answer(), limits.answerBytes()));
  }

  /**
   * Asks something that may be asked again. A call that asks after a paid one in the same work
   * should be {@linkplain ApiCall.Builder#paid() paid} too: then its failure does not say that
   * nothing was charged.
   *
   * @param call the call
   * @param context deadline and cancellation
   * @return the 2xx answer
   */
  public Reply ask(ApiCall call, CallContext context) {
    return asked(call, Patience.of(context, limit(call, limits.ask())));
  }

  /**
   * Asks something where there is no context, as in {@code cancel} and {@code find}.
   *
   * @param call the call
   * @return the 2xx answer
   */
  public Reply ask(ApiCall call) {
    return asked(call, Patience.of(limit(call, limits.ask())));
  }

  /**
   * Starts work whose 2xx answer is a file, such as a voice. Counts as a submit.
   *
   * @param call the call
   * @param expected what the file must be
   * @param context deadline, cancellation and work directory
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Received fetch(ApiCall call, Expected expected, CallContext context) throws IOException {
    var file = new IncomingFile(workDirectory(context), expected);
    try {
      return submitted(
          call,
          context,
          response -> {
            file.check(response);
            long declared = response.body().contentLength();
            file.append(response.body().source());
            if (declared >= 0 && file.size() != declared) {
              throw IncomingFile.tooShort(file.size(), declared);
            }
            return file.finish(response.headers());
          });
    } finally {
      file.discard();
    }
  }

  /**
   * Starts work whose 2xx answer is one JSON document on each line, given on as they come. Counts
   * as a submit.
   *
   * @param call the call
   * @param line takes each document; what it throws ends the call and is thrown on
   * @param context deadline and cancellation
   * @return headers of the answer
   */
  public Headers lines(ApiCall call, Consumer<JsonNode> line, CallContext context) {
    return submitted(
        call, context, response -> Answers.lines(response, line, limits.answerBytes()));
  }

  /**
   * Downloads from an address that the vendor gave. No credentials are sent, not even to the
   * vendor's own host; every host on the way is checked.
   *
   * @param address the address
   * @param expected what the file must be
   * @param context deadline, cancellation and work directory
   * @return the file
   * @throws ExpiredAddressException if the address is no longer good: ask for a fresh one
   * @throws IOException if the file cannot be written
   */
  public Received download(URI address, Expected expected, CallContext context) throws IOException {
    return downloader.download(
        address, expected, context.workDirectory(), Patience.of(context, limits.download()));
  }

  /**
   * Downloads from the base address's own host, with the credentials. A redirect to another scheme,
   * host or port is a breach of protocol. Only 404 and 410 say that the file is gone.
   *
   * @param address the address
   * @param expected what the file must be
   * @param context deadline, cancellation and work directory
   * @return the file
   * @throws ExpiredAddressException if there is no such file any more
   * @throws IOException if the file cannot be written
   */
  public Received downloadOwn(URI address, Expected expected, CallContext context)
      throws IOException {
    return ownDownloader.download(
        address, expected, context.workDirectory(), Patience.of(context, limits.download()));
  }

  private Reply asked(ApiCall call, Patience patience) {
    return exchange.send(
        stalling(asks, call, limits.askStall()),
        call,
        patience,
        response -> Answers.reply(response, call.answer(), limits.answerBytes()));
  }

  private <T> T submitted(ApiCall call, CallContext context, AnswerReader<T> reader) {
    var limit = limit(call, limits.submit());
    enter(call, Patience.of(context, limit));
    try {
      requireTime(call, limit, context);
      // The wait for the place must not shorten the call: what is cut off may have been charged.
      var patience = Patience.of(context, limit);
      return exchange.send(
          stalling(submits, call, limits.submitStall()),
          call,
          patience,
          reader,
          headers -> {
            learnPace(headers.get(CONCURRENCY));
            AccountHeaders.read(headers, clock.instant()).ifPresent(context::observed);
          });
    } finally {
      pace.leave();
    }
  }

  /** No time at all is said otherwise, and without a delay: no later moment has more of it. */
  private void requireTime(ApiCall call, Duration limit, CallContext context) {
    var left = context.timeLeft();
    var least = limit.compareTo(LEAST_FOR_PAID) < 0 ? limit : LEAST_FOR_PAID;
    if (call.paid() && left.compareTo(Duration.ZERO) > 0 && left.compareTo(least) < 0) {
      throw failures.exception(
          Failure.of(
                  FailureKind.RATE_LIMITED,
                  Failures.describe(call)
                      + " was not sent: "
                      + left.toSeconds()
                      + " s are too few for a call that costs money",
                  "try again with more time, or with fewer calls at once")
              .charged(false),
          null);
    }
  }

  private void enter(ApiCall call, Patience patience) {
    try {
      pace.enter(patience.left());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.cancelled(Failures.describe(call));
    } catch (VidgenException e) {
      throw failures.exception(e.failure(), null);
    }
  }

  private void learnPace(@Nullable String header) {
    if (header != null && header.strip().matches("[0-9]{1,6}")) {
      int places = Integer.parseInt(header.strip());
      if (places > 0) {
        pace.allow(Math.min(places, MOST_PLACES));
      }
    }
  }

  /** Asked for before a paid call is sent: then a full disk costs nothing. */
  private Path workDirectory(CallContext context) {
    try {
      return context.workDirectory();
    } catch (IOException e) {
      throw failures.exception(Failures.local(e).charged(false), e);
    }
  }

  private static Duration limit(ApiCall call, Duration otherwise) {
    var limit = call.limit();
    return limit == null ? otherwise : limit;
  }

  private static OkHttpClient stalling(OkHttpClient http, ApiCall call, Duration otherwise) {
    var stall = call.stall();
    return stall == null || stall.equals(otherwise)
        ? http
        : http.newBuilder().readTimeout(stall).build();
  }
}
