package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import java.util.List;

/** How one request is checked and made. */
public interface Production {

  /**
   * Finds everything that is wrong before anything is spent or written.
   *
   * @return errors and warnings
   */
  List<Problem> check();

  /**
   * The recipe; of use only when there is no error.
   *
   * @return a flow for one job or plan
   */
  Flow<FinishedVideo> flow();

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
