package io.vidgen.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor would have charged for one accepted request.
 *
 * @param at when, by the sandbox's clock
 * @param vendor who
 * @param operation what, as {@link AskedRequest#operation()}
 * @param id the vendor's id of what was made, such as {@code tlk_...}
 * @param unit what is counted, such as {@code credits} or {@code characters}
 * @param amount how many; negative when the vendor gives back
 * @param digest SHA-256 of the request's body, lower-case hex
 * @param attempt what the caller planted to find its attempt again, such as {@code user_data}; null
 *     if it planted nothing
 * @param detail what was counted, such as {@code 8 s of 720p}; null where the amount says it all
 */
public record Charge(
    Instant at,
    Vendor vendor,
    String operation,
    String id,
    String unit,
    BigDecimal amount,
    String digest,
    @Nullable String attempt,
    @Nullable String detail) {

  /**
   * A charge whose amount says it all.
   *
   * @param at when
   * @param vendor who
   * @param operation what
   * @param id of what was made
   * @param unit what is counted
   * @param amount how many
   * @param digest of the request's body
   * @param attempt what the caller planted, or null
   */
  public Charge(
      Instant at,
      Vendor vendor,
      String operation,
      String id,
      String unit,
      BigDecimal amount,
      String digest,
      @Nullable String attempt) {
    this(at, vendor, operation, id, unit, amount, digest, attempt, null);
  }
}
