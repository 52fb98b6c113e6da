package io.vidgen.job;

import io.vidgen.money.Price;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finished deliverables.
 *
 * @param job id of the job; each stored video is named by it and by the name of its deliverable
 * @param renders the deliverables by name, in the order in which they were asked for. What several
 *     share counts in the cost and time of one of them
 * @param cost what the steps that this job ran cost all together, as {@link Render#cost()}
 */
public record RenderSet(String job, Map<String, Render> renders, Price cost) {

  /** Copies the map. */
  public RenderSet {
    renders = Collections.unmodifiableMap(new LinkedHashMap<>(renders));
  }

  /**
   * One of the deliverables.
   *
   * @param name its name
   * @return its files
   * @throws IllegalArgumentException if there is none of this name
   */
  public Render get(String name) {
    var render = renders.get(name);
    if (render == null) {
      throw new IllegalArgumentException(
          "no deliverable '" + name + "', there are " + renders.keySet());
    }
    return render;
  }
}
