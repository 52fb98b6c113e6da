package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.SceneTimes;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.subtitle.CueSegmenter;
import io.vidgen.subtitle.WordInterpolator;
import io.vidgen.subtitle.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of scenes that will be narrated or spoken by an avatar: a free voice over the scene's own
 * picture or a free one. They are as long as that voice takes, or would take.
 */
final class NarratedDrafts implements SceneShots {
  private final Telling telling;
  private final Toolbox free;
  private final boolean spoken;
  private final NarratedScenes scenes;
  private final CueSegmenter segmenter;

  /** With tools that are free. */
  NarratedDrafts(Telling telling, Toolbox free) {
    var story = telling.request();
    this.telling = telling;
    this.free = free;
    this.segmenter = new CueSegmenter(story.captionOptions());
    var voice = new DraftVoice(telling, free);
    this.spoken = voice.speaker().isPresent();
    this.scenes =
        new NarratedScenes(
            spoken ? telling : silent(telling),
            voice.known(story.voice()),
            story.characters().stream().map(c -> c.withVoice(voice.known(c.voice()))).toList(),
            free);
  }

  /** The same pictures without anything to say. */
  private static Telling silent(Telling telling) {
    var script = telling.script();
    var scenes = script.scenes().stream().map(NarratedDrafts::silent).toList();
    return new Telling(telling.request(), new Script(script.title(), script.language(), scenes));
  }

  private static Scene silent(Scene scene) {
    var visual = scene.visual().isBlank() ? scene.spokenText() : scene.visual();
    // Those of words that are spoken are as long as somebody would take to say them.
    var caption = scene.spokenText().isBlank() ? scene.captionText() : null;
    return new Scene(
        scene.heading(), List.of(), visual, scene.sound(), null, caption, scene.media(), 1);
  }

  @Override
  public List<Place> places(int scene) {
    return List.of(Place.scene(scene));
  }

  @Override
  public @Nullable Shot shot(Place place, StepPort port) {
    var shot = scenes.shot(place, port);
    var told = telling.scene(place.scene());
    return spoken || shot == null || told.spokenText().isBlank() ? shot : captioned(shot, told);
  }

  /** As long as somebody would take to say it. */
  private Shot captioned(Shot shot, Scene told) {
    var story = telling.request();
    var language = telling.language();
    var length = StandIn.length(told.spokenText(), language, story.speed());
    var shown = Words.split(told.captionText(), language);
    var words = WordInterpolator.spread(shown, story.lead(), story.lead().plus(length));
    return new Shot(
        shot.place(),
        SceneTimes.frames(story.lead(), length, story.pause()),
        null,
        words,
        segmenter.segment(words, language),
        shot.visual(),
        false);
  }

  @Override
  public void check(Set<Integer> numbers, Checklist list) {
    boolean spoken = numbers.stream().anyMatch(n -> !telling.scene(n).spokenText().isBlank());
    boolean drawn = numbers.stream().anyMatch(n -> telling.scene(n).media() == null);
    if (new DraftChecks(telling, free, list).check(spoken, drawn) || !drawn) {
      scenes.check(numbers, list);
    }
  }
}
