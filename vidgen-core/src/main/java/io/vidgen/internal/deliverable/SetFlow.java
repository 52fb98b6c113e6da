package io.vidgen.internal.deliverable;

import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.NamedPort;
import io.vidgen.internal.engine.NamedPort.Announced;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Finished;
import io.vidgen.model.Fingerprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The recipes of several videos as one, side by side. Belongs to one job or plan, which guards it.
 */
final class SetFlow implements Flow<FinishedSet> {
  private final List<Edited> edited;
  private final List<String> order;
  private final Announced announced = new Announced();
  private final Map<String, Set<Fingerprint>> used = new HashMap<>();
  private final Map<String, Finished> done = new HashMap<>();

  /**
   * One of them.
   *
   * @param name its name
   * @param voice equal for those in which the same is said
   * @param flow its recipe
   */
  record Edited(String name, int voice, Flow<? extends Finished> flow) {}

  /**
   * Of some videos.
   *
   * @param edited in the order in which they ask, those that surely need all of a video first
   * @param order their names in the order in which they were asked for
   */
  SetFlow(List<Edited> edited, List<String> order) {
    this.edited = List.copyOf(edited);
    this.order = List.copyOf(order);
  }

  @Override
  public Optional<FinishedSet> evaluate(StepPort port) {
    for (var video : edited) {
      if (!done.containsKey(video.name())) {
        var steps = used.computeIfAbsent(video.name(), name -> new HashSet<>());
        var own = new NamedPort(video.name(), video.voice(), announced, steps, port);
        video.flow().evaluate(own).ifPresent(made -> done.put(video.name(), made));
      }
    }
    if (done.size() < edited.size()) {
      return Optional.empty();
    }
    var parts = new LinkedHashMap<String, FinishedSet.Part>();
    for (var name : order) {
      var made = done.get(name);
      if (made != null) {
        parts.put(name, new FinishedSet.Part(made, used.getOrDefault(name, Set.of())));
      }
    }
    return Optional.of(new FinishedSet(parts));
  }
}
