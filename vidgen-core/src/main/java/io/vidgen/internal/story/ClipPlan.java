package io.vidgen.internal.story;

import static java.util.Comparator.naturalOrder;

import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.StandIn;
import io.vidgen.job.Chaining;
import io.vidgen.model.Scene;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.SceneParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which clips a story is made of. Clips of a run follow each other: each goes on from the one
 * before it, or ends with the picture that the next one begins with.
 *
 * @param chaining how clips of a run hang together
 * @param runs the clips of each run, in order
 */
record ClipPlan(Chaining chaining, List<List<PlannedClip>> runs) {
  private static final Duration USUAL = Duration.ofSeconds(8);

  /** Plans the clips of some scenes by what a provider can make. */
  static ClipPlan of(Telling telling, Set<Integer> scenes, ClipLimits limits) {
    var chaining = telling.request().chaining();
    var runs = new ArrayList<List<PlannedClip>>();
    var run = new ArrayList<PlannedClip>();
    for (int number = 1; number <= telling.scenes(); number++) {
      if (!scenes.contains(number)) {
        close(run, runs);
        continue;
      }
      if (telling.lowered().begins().contains(number)) {
        close(run, runs);
      }
      var parts = SceneParts.of(telling.scene(number), telling.language());
      for (int i = 0; i < parts.size(); i++) {
        run.add(next(run, place(number, i, parts), parts.get(i), telling, limits));
        if (chaining == Chaining.SEPARATE) {
          close(run, runs);
        }
      }
    }
    close(run, runs);
    return new ClipPlan(chaining, List.copyOf(runs));
  }

  private static void close(List<PlannedClip> run, List<List<PlannedClip>> runs) {
    if (!run.isEmpty()) {
      runs.add(List.copyOf(run));
      run.clear();
    }
  }

  private static Place place(int number, int part, List<Scene> parts) {
    return parts.size() == 1 ? Place.scene(number) : new Place(number, Integer.toString(part + 1));
  }

  private static PlannedClip next(
      List<PlannedClip> run, Place place, Scene part, Telling telling, ClipLimits limits) {
    boolean extension = telling.request().chaining() == Chaining.EXTENDED && !run.isEmpty();
    var alone = newLength(part, telling.language(), limits);
    var length = extension ? limits.extension() : alone;
    var begin = run.isEmpty() ? Duration.ZERO : run.get(run.size() - 1).end();
    return new PlannedClip(place, run.size(), length, alone, begin.plus(length), part);
  }

  /**
   * How long a clip is that goes on from nothing: the length that its provider prefers, or the next
   * one in which there is time for what is said.
   */
  static Duration newLength(Scene part, Locale language, ClipLimits limits) {
    var usual = newLength(limits);
    var spoken =
        part.spokenText().isBlank()
            ? Duration.ZERO
            : StandIn.length(part.spokenText(), language, null);
    return Stream.concat(Stream.of(usual), limits.lengths().stream().sorted())
        .filter(length -> isTimeFor(spoken, length))
        .findFirst()
        .orElseGet(() -> limits.lengths().stream().max(naturalOrder()).orElse(usual));
  }

  /** Whether words that take so long, roughly, can be said in a clip. */
  static boolean isTimeFor(Duration spoken, Duration clip) {
    return spoken.compareTo(clip.plus(clip.dividedBy(4))) <= 0;
  }

  /** How long a clip usually is that goes on from nothing. */
  static Duration newLength(ClipLimits limits) {
    return limits.lengths().isEmpty() ? USUAL : limits.lengths().get(0);
  }

  /** Whether any clip has to be extended. */
  boolean isExtended() {
    return chaining == Chaining.EXTENDED && runs.stream().anyMatch(run -> run.size() > 1);
  }

  List<PlannedClip> clips() {
    return runs.stream().flatMap(List::stream).toList();
  }

  /** The clips of a scene, in order. */
  List<PlannedClip> of(int scene) {
    return clips().stream().filter(clip -> clip.scene() == scene).toList();
  }

  /** The places of the clips of a scene, in order. */
  List<Place> places(int scene) {
    return of(scene).stream().map(PlannedClip::place).toList();
  }

  /** Whether one clip goes on in another without a seam. */
  boolean seamless(Place left, Place right) {
    return chaining != Chaining.SEPARATE && at(right).equals(after(at(left)));
  }

  PlannedClip at(Place place) {
    return clips().stream().filter(clip -> clip.place().equals(place)).findFirst().orElseThrow();
  }

  /** The clip before it in its run; null when it is the first. */
  @Nullable PlannedClip before(PlannedClip clip) {
    return clip.position() == 0 ? null : run(clip).get(clip.position() - 1);
  }

  /** The clip after it in its run; null when it is the last. */
  @Nullable PlannedClip after(PlannedClip clip) {
    var run = run(clip);
    return clip.position() + 1 < run.size() ? run.get(clip.position() + 1) : null;
  }

  /** How many clips come after it in its run. */
  int following(PlannedClip clip) {
    return run(clip).size() - clip.position() - 1;
  }

  private List<PlannedClip> run(PlannedClip clip) {
    return runs.stream().filter(run -> run.contains(clip)).findFirst().orElseThrow();
  }
}
