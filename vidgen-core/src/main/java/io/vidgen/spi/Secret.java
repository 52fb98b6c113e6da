package io.vidgen.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key or password that shows itself only on purpose. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Wraps a secret.
   *
   * @param value the secret, not blank; white space around it is dropped
   * @return the wrapped secret
   * @throws IllegalArgumentException if it is blank
   */
  public static Secret of(String value) {
    var trimmed = value.strip();
    if (trimmed.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    return new Secret(trimmed);
  }

  /**
   * The secret itself, to be sent to the vendor's own host and nowhere else.
   *
   * @return the secret
   */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
