package io.vidgen.job;

import io.vidgen.model.Script;

/** What to make. Immutable; the same request can be rendered any number of times. */
public sealed interface VideoRequest permits Narrated {

  /**
   * A script, spoken over pictures.
   *
   * @param script what is told
   * @return a builder with all defaults
   */
  static NarratedBuilder narrated(Script script) {
    return new NarratedBuilder(script);
  }
}
