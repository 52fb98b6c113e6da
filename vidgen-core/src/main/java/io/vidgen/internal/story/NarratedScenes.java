package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.narrated.NarratedShots;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Narrated;
import io.vidgen.model.Character;
import io.vidgen.model.Visual;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scenes with a voice over a moving picture: what a narrated video of the script has for them. */
final class NarratedScenes implements SceneShots {
  /** As long as a narrated video shows them. */
  private static final Duration SILENT = Duration.ofSeconds(3);

  private final NarratedShots shots;

  NarratedScenes(Telling telling, Toolbox tools) {
    this(telling, telling.request().voice(), telling.request().characters(), tools);
  }

  /** With other voices. */
  NarratedScenes(
      Telling telling, @Nullable String voice, List<Character> characters, Toolbox tools) {
    this.shots = new NarratedShots(narrated(telling, voice, characters), tools);
  }

  /** With other words over the pictures of a story. */
  NarratedScenes(Telling spoken, Telling seen, Toolbox tools) {
    this.shots = new NarratedShots(narrated(spoken), narrated(seen), tools);
  }

  private static Narrated narrated(Telling telling) {
    return narrated(telling, telling.request().voice(), telling.request().characters());
  }

  private static Narrated narrated(
      Telling telling, @Nullable String voice, List<Character> characters) {
    var story = telling.request();
    return new Narrated(
        telling.script(),
        story.format(),
        story.quality(),
        voice,
        story.speed(),
        story.captions(),
        story.captionOptions(),
        null,
        "",
        story.musicGainDb(),
        story.transition(),
        story.lead(),
        story.pause(),
        SILENT,
        story.style().isBlank() ? telling.script().title() : story.style(),
        characters,
        telling.takes());
  }

  @Override
  public List<Place> places(int scene) {
    return List.of(Place.scene(scene));
  }

  @Override
  public @Nullable Shot shot(Place place, StepPort port) {
    return shots.shot(place.scene() - 1, port);
  }

  @Override
  public Duration atLeast(Place place) {
    return shots.atLeast(place.scene() - 1);
  }

  @Override
  public @Nullable Visual picture(Place place, StepPort port) {
    return shots.picture(place.scene() - 1, port);
  }

  @Override
  public void check(Set<Integer> scenes, Checklist list) {
    shots.check(scenes, list);
  }
}
