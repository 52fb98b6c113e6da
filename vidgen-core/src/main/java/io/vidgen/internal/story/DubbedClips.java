package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Listeners;
import io.vidgen.internal.video.Listeners.Length;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.StoryNote.Kept;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.model.Scene;
import io.vidgen.model.Timeline;
import io.vidgen.model.Visual;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SceneParts;
import io.vidgen.subtitle.CueSegmenter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clips of a story with other words: their own sound is not heard, a speech provider speaks
 * over their picture. A clip that is over too soon stays on its last picture.
 */
final class DubbedClips implements SceneShots {
  private final ClipShots clips;
  private final Telling spoken;
  private final Toolbox tools;
  private final Voices voices;
  private final VoicedClips voiced;
  private final CueSegmenter segmenter;

  /** The clips of one telling, spoken as in another. */
  DubbedClips(ClipShots clips, Telling spoken, Toolbox tools) {
    var memo = new Memo();
    this.clips = clips;
    this.spoken = spoken;
    this.tools = tools;
    this.voices = new Voices(tools);
    this.voiced = new VoicedClips(spoken, tools, new SpokenWords(tools, memo), memo);
    this.segmenter = new CueSegmenter(spoken.request().captionOptions());
  }

  /** What is said in a clip: its share of the translated scene. */
  private Scene part(PlannedClip clip) {
    var parts = SceneParts.of(spoken.scene(clip.scene()), spoken.language());
    return parts.get(Math.min(clip.number(), parts.size()) - 1);
  }

  @Override
  public List<Place> places(int scene) {
    return clips.places(scene);
  }

  @Override
  public @Nullable Shot shot(Place place, StepPort port) {
    var part = part(clips.at(place));
    var filmed = clips.filmed(place, port);
    if (part.spokenText().isBlank()) {
      return filmed.map(clips::silent).map(shot -> captioned(shot, part)).orElse(null);
    }
    var said = voiced.spoken(place, part, port);
    if (filmed.isEmpty() || said.isEmpty()) {
      return null;
    }
    var is = filmed.get();
    var dubbed = new Filmed(is.clip(), is.result(), Asking.first(part).withOwnVoice(), is.left());
    return voiced.shot(dubbed, clips.silent(is), port);
  }

  private Shot captioned(Shot shot, Scene part) {
    var length = Timeline.timeOf(shot.frames(), Timeline.FRAME_RATE);
    var words = spoken.silentCaption(part, length);
    return new Shot(
        shot.place(),
        shot.frames(),
        null,
        words,
        segmenter.segment(words, spoken.language()),
        shot.visual(),
        shot.inSync());
  }

  @Override
  public Duration atLeast(Place place) {
    return clips.atLeast(place);
  }

  @Override
  public @Nullable Visual picture(Place place, StepPort port) {
    return clips.picture(place, port);
  }

  @Override
  public boolean seamless(Place left, Place right) {
    return clips.seamless(left, right);
  }

  @Override
  public @Nullable Set<Kept> kept(int scene, int character) {
    return clips.kept(scene, character);
  }

  @Override
  public void check(Set<Integer> scenes, Checklist list) {
    clips.check(scenes, list);
    var parts = scenes.stream().flatMap(scene -> places(scene).stream()).map(clips::at).toList();
    boolean said = parts.stream().anyMatch(clip -> !part(clip).spokenText().isBlank());
    if (!said || !voices.check(spoken.language(), "script.language", list)) {
      return;
    }
    for (var clip : parts) {
      var part = part(clip);
      if (!part.spokenText().isBlank()) {
        var asked = spoken.speech(clip.scene(), part);
        voices.check(asked, clip.field(), list);
        if (!voices.voice(asked).capabilities().has(Feature.WORD_TIMINGS)) {
          var length = StandIn.length(asked.text(), asked.language(), asked.speed());
          new Listeners(tools).check(spoken.text(part), new Length(length, true), null, "", list);
        }
      }
    }
  }
}
