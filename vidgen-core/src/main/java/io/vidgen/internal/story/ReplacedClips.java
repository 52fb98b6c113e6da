package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.story.KeyPictures.KeyPicture;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.model.Artifact;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds clips that were bought and will be bought anew, because of what is new in another scene: a
 * scene before them became a clip too and they go on from that now, or they end with a picture that
 * the scene after them has drawn anew.
 *
 * @param telling what is told
 * @param plan the clips as they are now
 * @param cast who appears
 * @param purchase who makes clips
 * @param tools what there is
 */
record ReplacedClips(
    Telling telling, ClipPlan plan, Cast cast, ClipPurchase purchase, Toolbox tools) {

  /** Warns of each of some scenes, once everything that can be known of the clips is known. */
  void check(Set<Integer> scenes, ClipRuns runs, KeyPictures pictures, Checklist list) {
    for (var clip : plan.clips()) {
      if (scenes.contains(clip.scene()) && runs.known(clip) == null) {
        switch (plan.chaining()) {
          case EXTENDED -> checkFirst(clip, list);
          case INTERPOLATED -> checkEnd(clip, pictures, list);
          case SEPARATE -> {}
        }
      }
    }
  }

  private void checkFirst(PlannedClip clip, Checklist list) {
    var before = plan.before(clip);
    // What is promoted is promoted with all clips of its scene.
    if (before != null && before.scene() != clip.scene() && wasFirst(clip)) {
      list.add(
          Problem.warning(
              clip.field(),
              "its clip was bought as the first of a chain, and now it goes on from scene "
                  + before.scene()
                  + ": it is bought anew, and so is every clip that went on from it",
              "promote scenes in order, or let clips be chaining(SEPARATE)"));
    }
  }

  private boolean wasFirst(PlannedClip clip) {
    var planner = purchase.planner();
    if (planner == null) {
      return false;
    }
    int most = planner.limits().maxReferences();
    return cast.references(clip.scene(), most, new PlanPort(tools.ledger()))
        .map(pictures -> wanted(clip, clip.alone(), pictures, null, null))
        .filter(purchase::isBegun)
        .isPresent();
  }

  private void checkEnd(PlannedClip clip, KeyPictures pictures, Checklist list) {
    var next = plan.after(clip);
    if (next == null || next.scene() == clip.scene()) {
      return;
    }
    int take = telling.request().takeOf(next.scene());
    if (IntStream.range(0, take).anyMatch(before -> endedWith(clip, next, before, pictures))) {
      list.add(
          Problem.warning(
              clip.field(),
              "its clip ends with the picture that scene "
                  + next.scene()
                  + " begins with, of which another version is asked for: it is bought anew too",
              "let clips be chaining(SEPARATE) to take scenes one by one"));
    }
  }

  private boolean endedWith(PlannedClip clip, PlannedClip next, int take, KeyPictures pictures) {
    int own = telling.request().takeOf(clip.scene());
    var first = pictures.drawnBefore(KeyPicture.first(clip), own);
    var last = pictures.drawnBefore(KeyPicture.first(next), take);
    return first.isPresent()
        && last.isPresent()
        && purchase.isBegun(wanted(clip, clip.length(), List.of(), first.get(), last.get()));
  }

  private Wanted wanted(
      PlannedClip clip,
      Duration length,
      List<Artifact> references,
      @Nullable Artifact first,
      @Nullable Artifact last) {
    return new Wanted(clip, cast.in(clip.scene()), length, references, first, last, null);
  }
}
