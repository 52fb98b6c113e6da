package io.vidgen.internal.deliverable;

import io.vidgen.internal.video.Finished;
import io.vidgen.model.Fingerprint;
import java.util.Map;
import java.util.Set;

/**
 * What several deliverables end with.
 *
 * @param parts each by its name, in the order in which they were asked for
 */
public record FinishedSet(Map<String, Part> parts) {

  /**
   * One of them.
   *
   * @param made what it ended with
   * @param used fingerprints of all steps that it is made of
   */
  public record Part(Finished made, Set<Fingerprint> used) {}
}
