package io.vidgen.internal.engine;

/** Somebody asked another provider for the same a moment ago. */
final class BegunElsewhere extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String provider;

  BegunElsewhere(String provider) {
    this.provider = provider;
  }

  String why() {
    return provider + " has begun it";
  }
}
