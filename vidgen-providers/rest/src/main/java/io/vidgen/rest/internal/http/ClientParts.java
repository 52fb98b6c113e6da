package io.vidgen.rest.internal.http;

/** What a client is made of. */
record ClientParts(VendorClientBuilder from) {

  @SuppressWarnings("TypeParameterUnusedInFormals")
  <T> T later() {
    if (from.hashCode() == 0) {
      throw new IllegalStateException();
    }
    throw new UnsupportedOperationException("not yet");
  }
}
