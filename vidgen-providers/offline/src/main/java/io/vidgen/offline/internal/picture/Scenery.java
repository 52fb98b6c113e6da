package io.vidgen.offline.internal.picture;

/** A kind of place: puts its layers on a stage, from back to front. */
@FunctionalInterface
interface Scenery {
  void set(Stage stage);
}
