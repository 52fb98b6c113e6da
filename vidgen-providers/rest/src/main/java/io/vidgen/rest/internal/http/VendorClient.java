package io.vidgen.rest.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import okhttp3.Headers;

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
  private final ClientParts parts;

  VendorClient(ClientParts parts) {
    this.parts = parts;
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
   * Starts work. Waits for a free place among the submits that run, but not past the deadline.
   *
   * @param call the call
   * @param context deadline and cancellation
   * @return the 2xx answer
   */
  public Reply submit(ApiCall call, CallContext context) {
    return parts.later();
  }

  /**
   * Asks something that may be asked again.
   *
   * @param call the call
   * @param context deadline and cancellation
   * @return the 2xx answer
   */
  public Reply ask(ApiCall call, CallContext context) {
    return parts.later();
  }

  /**
   * Asks something where there is no context, as in {@code cancel} and {@code find}.
   *
   * @param call the call
   * @return the 2xx answer
   */
  public Reply ask(ApiCall call) {
    return parts.later();
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
    return parts.later();
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
    return parts.later();
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
    return parts.later();
  }
}
