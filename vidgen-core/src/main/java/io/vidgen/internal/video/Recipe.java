package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import java.util.List;

/**
 * How something is checked and made: one video, or several from one purchase.
 *
 * @param <T> what it ends with
 */
public interface Recipe<T> {

  /**
   * Finds everything that is wrong before anything is spent or written.
   *
   * @return errors and warnings
   */
  List<Problem> check();

  /**
   * What is done; of use only when there is no error.
   *
   * @return a flow for one job or plan
   */
  Flow<T> flow();
}
