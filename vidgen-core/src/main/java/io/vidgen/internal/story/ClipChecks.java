package io.vidgen.internal.story;

import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Toolbox;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the clips of a story, and says what the user should know. */
record ClipChecks(
    Telling telling,
    ClipPlan plan,
    Cast cast,
    ClipPurchase purchase,
    Toolbox tools,
    Checklist list) {

  void check(Set<Integer> scenes, @Nullable ClipRuns runs) {
    boolean usable =
        list.usable(
            tools.videos(),
            purchase::fits,
            new Checklist.Lack("video provider", "nobody can make the clips", "add one that can"));
    if (!usable || runs == null) {
      return;
    }
  }
}
