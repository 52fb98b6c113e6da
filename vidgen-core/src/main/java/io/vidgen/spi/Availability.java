package io.vidgen.spi;

/** Whether a provider can be used here and now, found out without connecting to anything. */
public sealed interface Availability {

  /** It can. */
  record Available() implements Availability {}

  /**
   * It cannot.
   *
   * @param what what is missing, such as {@code no API key}
   * @param remedy how to provide it, such as {@code set DID_API_KEY}
   */
  record Missing(String what, String remedy) implements Availability {}

  /**
   * It can be used.
   *
   * @return available
   */
  static Availability available() {
    return new Available();
  }

  /**
   * It cannot be used.
   *
   * @param what what is missing
   * @param remedy how to provide it
   * @return missing
   */
  static Availability missing(String what, String remedy) {
    return new Missing(what, remedy);
  }
}
