package io.vidgen.internal.video;

import io.vidgen.internal.engine.StepKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** What the shots of a video wait for, as of the last look at them. */
final class ShotWaits {
  /** The kind of a step that makes a still picture, on which no length depends. */
  private static final String IMAGE = "image";

  private final Map<Integer, Set<StepKey>> missing = new HashMap<>();
  private final Map<Integer, Set<StepKey>> length = new HashMap<>();

  /** A shot was looked at. */
  void look(int index, Set<StepKey> steps, boolean isLengthKnown) {
    missing.put(index, steps);
    length.put(
        index,
        isLengthKnown
            ? Set.of()
            : steps.stream()
                .filter(step -> !step.kind().equals(IMAGE))
                .collect(Collectors.toSet()));
  }

  /** What has to be there before all lengths are known. */
  Set<StepKey> lengths() {
    var all = new HashSet<StepKey>();
    length.values().forEach(all::addAll);
    return all;
  }

  /** The same for some shots in a row, and for the lengths of those that they change into. */
  Set<StepKey> of(int first, int last, IntPredicate isCutAfter) {
    var all = new HashSet<StepKey>();
    int before = isCutAfter.test(first - 1) ? first : first - 1;
    int after = isCutAfter.test(last) ? last : last + 1;
    for (int i = before; i <= after; i++) {
      var some = i < first || i > last ? length : missing;
      all.addAll(some.getOrDefault(i, Set.of()));
    }
    return all;
  }
}
