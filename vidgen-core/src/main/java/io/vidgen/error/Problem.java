package io.vidgen.error;

/**
 * One thing that is wrong with a request or configuration.
 *
 * @param field what it is about, such as {@code script.scenes[2].media}; of several scenes with all
 *     of them, such as {@code script.scenes[1-20].media}
 * @param message what is wrong
 * @param remedy what to do about it
 * @param severity whether it stops the render
 */
public record Problem(String field, String message, String remedy, Severity severity) {

  /** How bad it is. */
  public enum Severity {
    /** The render cannot start. */
    ERROR,
    /** The render can start; the user should know. */
    WARNING
  }

  /**
   * A problem that stops the render.
   *
   * @param field what it is about
   * @param message what is wrong
   * @param remedy what to do
   * @return the problem
   */
  public static Problem error(String field, String message, String remedy) {
    return new Problem(field, message, remedy, Severity.ERROR);
  }

  /**
   * A problem that does not stop the render.
   *
   * @param field what it is about
   * @param message what is wrong
   * @param remedy what to do
   * @return the problem
   */
  public static Problem warning(String field, String message, String remedy) {
    return new Problem(field, message, remedy, Severity.WARNING);
  }

  @Override
  public String toString() {
    return field + ": " + message + (remedy.isEmpty() ? "" : " (" + remedy + ")");
  }
}
