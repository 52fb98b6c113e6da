package io.vidgen.model;

/** How much care, and so how much time, goes into encoding. */
public enum Quality {
  /** For a look at the result: fastest, larger file, visibly softer. */
  DRAFT,
  /** For publishing; the default. */
  STANDARD,
  /** For archives and further editing: slowest. */
  HIGH
}
