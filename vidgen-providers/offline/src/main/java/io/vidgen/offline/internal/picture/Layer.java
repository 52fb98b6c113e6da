package io.vidgen.offline.internal.picture;

/** Something in a picture, painted over what is behind it. */
@FunctionalInterface
interface Layer {
  void paint(Strip strip);
}
