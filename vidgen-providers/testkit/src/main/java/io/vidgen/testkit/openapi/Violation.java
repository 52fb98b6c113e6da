package io.vidgen.testkit.openapi;

/**
 * Something in an exchange that the document does not allow.
 *
 * @param operation method and path template, such as {@code POST /talks}, or what was sent when no
 *     operation fits
 * @param where {@code path}, {@code method}, {@code request body /script/type}, {@code query
 *     limit}, {@code status}, {@code answer body /id} and the like
 * @param message what is wrong; may quote a part of what was sent
 */
public record Violation(String operation, String where, String message) {
  @Override
  public String toString() {
    return operation + ": " + where + ": " + message;
  }
}
