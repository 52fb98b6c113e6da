package io.vidgen.money;

import java.util.Locale;
import java.util.Optional;

/** What a vendor counts. */
public enum PriceUnit {
  /** Seconds of what is made, or of what is listened to. */
  SECOND,
  /** Minutes of it. */
  MINUTE,
  /** Hours of it. */
  HOUR,
  /** Unicode characters of text. */
  CHARACTER,
  /** Pictures. */
  IMAGE,
  /** Tokens that are sent. */
  INPUT_TOKEN,
  /** Tokens that are answered, thoughts included. */
  OUTPUT_TOKEN,
  /** The vendor's own coin. */
  CREDIT,
  /** Calls, whatever they bring. */
  REQUEST;

  /**
   * Its name in files.
   *
   * @return such as {@code input-token}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The unit of a name.
   *
   * @param word such as {@code input-token}
   * @return the unit; empty when there is none of this name
   */
  public static Optional<PriceUnit> of(String word) {
    for (var unit : values()) {
      if (unit.word().equals(word)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
