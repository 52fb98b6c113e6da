package io.vidgen.internal.story;

import io.vidgen.internal.video.Means;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.job.Shoot;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.VideoProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way in which each scene of a story is made. Scenes that a cheaper model films have a
 * way of their own, so a chain of clips is cut where the model changes: no model goes on from the
 * video of another.
 */
final class SceneWays {
  private final Telling telling;
  private final Telling spoken;
  private final Cast cast;
  private final Toolbox tools;
  private final Map<Means, SceneShots> filmed = new HashMap<>();
  private final Map<Means, SceneShots> narrated = new HashMap<>();

  /** For one job or plan: what one telling shows, with the words of another or the same. */
  SceneWays(Telling telling, Telling spoken, Cast cast, Toolbox tools) {
    this.telling = telling;
    this.spoken = spoken;
    this.cast = cast;
    this.tools = tools;
  }

  /** The way of each scene, by number. */
  SortedMap<Integer, SceneShots> all() {
    var ways = new TreeMap<Integer, SceneShots>();
    var free = FreeTools.of(tools, spoken.language());
    var draft = new ClipDrafts(spoken, wholePlan(), free);
    var sketch = new NarratedDrafts(spoken, free);
    var avatars = new AvatarScenes(spoken, cast, tools);
    for (int scene = 1; scene <= telling.scenes(); scene++) {
      boolean isClip = telling.shootOf(scene) == Shoot.CLIP;
      if (telling.request().isDraft(scene)) {
        ways.put(scene, isClip ? draft : sketch);
      } else {
        boolean isAvatar = telling.shootOf(scene) == Shoot.AVATAR;
        ways.put(scene, isClip ? clips(scene) : isAvatar ? avatars : narrated(scene));
      }
    }
    return ways;
  }

  /** All clips that there will be once no scene is a draft any more. */
  private ClipPlan wholePlan() {
    var asked = spoken.asked();
    var clips = asked.scenesOf(Shoot.CLIP);
    var shape = ClipPlan.of(asked, clips, ClipLimits.PLAIN);
    var planner = new ClipPurchase(asked, shape.isExtended(), tools).planner();
    return ClipPlan.of(asked, clips, planner == null ? ClipDrafts.USUAL : planner.limits());
  }

  private SceneShots narrated(int scene) {
    ImageProvider by = telling.lowered().of(scene).draws();
    return narrated.computeIfAbsent(
        by == null ? Means.ASKED : Means.ASKED.drawnBy(by),
        means -> new NarratedScenes(spoken, telling, tools.drawing(means.draws())));
  }

  private SceneShots clips(int scene) {
    VideoProvider by = telling.lowered().of(scene).films();
    var known = filmed.get(by == null ? Means.ASKED : Means.films(by));
    if (known != null) {
      return known;
    }
    var chaining = chaining(by);
    var silent =
        new ClipShots(telling.chained(chaining), filmed(chaining, by), cast, tools.filming(by));
    var clips = spoken.equals(telling) ? silent : new DubbedClips(silent, spoken, tools);
    filmed.put(by == null ? Means.ASKED : Means.films(by), clips);
    return clips;
  }

  /** Clips of a model that cannot do what the story's hang together by stand alone. */
  private Chaining chaining(@Nullable VideoProvider by) {
    var asked = telling.request().chaining();
    if (by == null) {
      return asked;
    }
    return switch (asked) {
      case EXTENDED -> by.limits().extendable() ? asked : Chaining.SEPARATE;
      case INTERPOLATED -> isBetween(by) ? asked : Chaining.SEPARATE;
      case SEPARATE -> asked;
    };
  }

  /** Whether its clips fit between the pictures that those of the others are made between. */
  private boolean isBetween(VideoProvider by) {
    var planner = new ClipPurchase(telling.asked(), false, tools).planner();
    var story = telling.request();
    return planner != null
        && by.limits().firstFrame()
        && by.limits().lastFrame()
        && ClipFormats.choose(story.clipFormat(), story.format(), by)
            .equals(ClipFormats.choose(story.clipFormat(), story.format(), planner));
  }

  /**
   * The scenes whose clips hang together. Pictures between clips are those of the whole story, so
   * that a clip that was bought does not change when its neighbour is bought too, or lowered.
   */
  private Set<Integer> filmed(Chaining chaining, @Nullable VideoProvider by) {
    if (chaining == Chaining.INTERPOLATED) {
      return telling.asked().scenesOf(Shoot.CLIP);
    }
    var clips = telling.scenesOf(Shoot.CLIP);
    clips.removeIf(telling.request()::isDraft);
    clips.removeIf(scene -> !Objects.equals(telling.lowered().of(scene).films(), by));
    return clips;
  }
}
