package io.vidgen.internal.project;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.engine.Step;
import io.vidgen.model.Fingerprint;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a finished render was made of. It holds digests and no texts.
 *
 * @param version of this form
 * @param steps its steps, in the order in which they were first asked for
 */
record Snapshot(int version, List<Part> steps) {
  static final int VERSION = 1;

  Snapshot {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /**
   * A step.
   *
   * @param id its id in the render
   * @param scene number of its scene; 0 for the whole video
   * @param fingerprint identifies the work
   * @param provider who did it
   * @param model with which model or recipe
   * @param asked short digest of each part of what was asked, by its name
   */
  record Part(
      String id,
      int scene,
      Fingerprint fingerprint,
      String provider,
      String model,
      Map<String, String> asked) {}

  static Snapshot of(Collection<Step<?>> steps) {
    return new Snapshot(VERSION, steps.stream().map(Snapshot::part).toList());
  }

  private static Part part(Step<?> step) {
    return new Part(
        step.key().id(),
        step.key().scene(),
        step.fingerprint(),
        step.provider(),
        step.model(),
        Canonical.digests(step.request()));
  }
}
