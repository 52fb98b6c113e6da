package io.vidgen.internal.video;

import io.vidgen.internal.engine.Flow;

/** How one request is checked and made. */
public interface Production extends Recipe<FinishedVideo> {

  /**
   * The recipe of a poster alone; of use only when there is no error.
   *
   * @return a flow for one job or plan
   * @throws IllegalStateException if there is none for this kind of request
   */
  default Flow<FinishedPoster> poster() {
    throw new IllegalStateException("no poster without its video");
  }
}
