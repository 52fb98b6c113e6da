package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;

/** Turns a vendor's errors into the library's; one for each vendor. Pure. */
@FunctionalInterface
public interface ErrorMapper {

  /**
   * Maps an answer of 400 or more. The client afterwards fills in a {@code Retry-After} that the
   * failure lacks, and turns 408 and 5xx of a paid call into {@code UNKNOWN_OUTCOME} unless {@link
   * #certainlyNotStarted} says otherwise, so a mapper only names the kind. A kind that is no
   * refusal by itself ({@code CONTENT_FILTERED}, {@code EXPIRED}, {@code PROTOCOL}) leaves open
   * whether it was charged: where the vendor says that it was not, say {@code .charged(false)}.
   *
   * @param error the answer, scrubbed
   * @return the failure; {@link StatusErrors#map} for what the vendor does not document
   */
  Failure map(ErrorReply error);

  /**
   * Whether the vendor documents that nothing was started and nothing is charged although the
   * status is 408 or 5xx.
   *
   * @param error the answer
   * @return false by default
   */
  default boolean certainlyNotStarted(ErrorReply error) {
    return false;
  }
}
