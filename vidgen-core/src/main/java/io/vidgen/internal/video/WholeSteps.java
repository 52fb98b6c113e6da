package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.internal.engine.Task;
import io.vidgen.model.Artifact;
import io.vidgen.model.AudioClip;
import io.vidgen.model.Clip;
import io.vidgen.model.Timeline;
import io.vidgen.model.Transition;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.FinishRequest;
import io.vidgen.spi.FinishResult;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.MixResult;
import io.vidgen.spi.PosterRequest;
import io.vidgen.spi.SegmentResult;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import io.vidgen.subtitle.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The steps for the whole video. */
public final class WholeSteps {
  static final String CAPTIONS = "captions";
  static final String MIX = "mix";
  static final String FINISH = "finish";
  static final String POSTER = "poster";

  // Music is given a length that no video of ours has; the mix cuts it at the end of the video.
  private static final Duration WHOLE = Duration.ofHours(1);

  private final Look look;
  private final About about;
  private final Toolbox tools;
  private final Recipe recipe;

  /**
   * For one video.
   *
   * @param look how it looks
   * @param about what is told of it
   * @param tools what it is made with
   */
  public WholeSteps(Look look, About about, Toolbox tools) {
    this.look = look;
    this.about = about;
    this.tools = tools;
    this.recipe = tools.recipe();
  }

  Step<CaptionFiles> captions(List<Shot> shots) {
    var timed = new ArrayList<CaptionScene>();
    int start = 0;
    for (var shot : shots) {
      timed.add(new CaptionScene(look.time(start), shot.words()));
      start += shot.frames();
    }
    var asked =
        new CaptionRequest(
            timed,
            look.captionStyle(),
            look.captionOptions(),
            look.format().width(),
            look.format().height(),
            about.language());
    return captions(asked, context -> CaptionWriter.write(asked, context));
  }

  /**
   * The files of captions that are cut into cues already.
   *
   * @param cues the cues
   * @param words their words
   * @return the step
   */
  public Step<CaptionFiles> captions(List<Cue> cues, List<WordTiming> words) {
    var asked =
        new CueRequest(
            cues,
            words,
            look.captionStyle(),
            look.format().width(),
            look.format().height(),
            about.language());
    return captions(asked, context -> CaptionWriter.write(asked, context));
  }

  private static Step<CaptionFiles> captions(Record asked, Task.Quick<CaptionFiles> task) {
    return Steps.local(
        StepKey.video(CAPTIONS),
        CaptionFiles.class,
        new Recipe("subtitle", "1"),
        asked,
        Duration.ofMillis(50),
        task);
  }

  /** What the caption files depend on. */
  record CaptionRequest(
      List<CaptionScene> scenes,
      CaptionStyle style,
      CaptionOptions options,
      int width,
      int height,
      Locale language) {}

  /** The words of a scene, and where on the timeline it begins. */
  record CaptionScene(Duration start, List<WordTiming> words) {}

  /** What the files of finished cues depend on. */
  record CueRequest(
      List<Cue> cues,
      List<WordTiming> words,
      CaptionStyle style,
      int width,
      int height,
      Locale language) {}

  AudioClip musicClip(Artifact file, double gainDb) {
    return new AudioClip(file, AudioClip.Role.MUSIC, Duration.ZERO, WHOLE, gainDb);
  }

  /** The files of the captions as they are burned in, of shots of which the last is cut. */
  Step<CaptionFiles> cutCaptions(List<Shot> shots) {
    var cues = new ArrayList<Cue>();
    var words = new ArrayList<WordTiming>();
    int start = 0;
    for (var shot : shots) {
      var offset = look.time(start);
      shot.captions().cues().forEach(cue -> cues.add(CaptionOffset.shift(cue, offset)));
      shot.words().forEach(word -> words.add(word.shifted(offset)));
      start += shot.frames();
    }
    return captions(cues, words);
  }

  /**
   * The sound of the whole video.
   *
   * @param sounds all sounds; none for silence
   * @param frames length of the video
   * @return the step
   */
  public Step<MixResult> mix(List<AudioClip> sounds, int frames) {
    return mix(sounds, frames, 0);
  }

  /** The same, silent in the end. */
  Step<MixResult> mix(List<AudioClip> sounds, int frames, int fadeOut) {
    var asked =
        new MixRequest(
            sounds, frames, look.frameRate(), MixRequest.LOUDNESS, MixRequest.TRUE_PEAK, fadeOut);
    return Steps.local(
        StepKey.video(MIX),
        MixResult.class,
        recipe,
        asked,
        Duration.ofMillis(500 + frames * 2L),
        context -> tools.composer().mix(asked, context));
  }

  /** All sounds on the timeline: those that begin in each shot, and then the music. */
  List<AudioClip> sounds(List<Shot> shots, List<List<Sound>> heard, Optional<AudioClip> music) {
    var sounds = new ArrayList<AudioClip>();
    int start = 0;
    for (int i = 0; i < shots.size(); i++) {
      for (var sound : heard.get(i)) {
        sounds.add(
            new AudioClip(
                sound.audio(),
                AudioClip.Role.VOICE,
                look.time(start).plus(sound.start()),
                sound.length(),
                0));
      }
      start += shots.get(i).frames();
    }
    music.ifPresent(sounds::add);
    return sounds;
  }

  /**
   * Joins everything.
   *
   * @param segments all segments in order
   * @param audio the sound
   * @return the step
   */
  public Step<FinishResult> finish(List<SegmentResult> segments, Artifact audio) {
    var asked =
        new FinishRequest(
            segments.stream().map(SegmentResult::video).toList(),
            audio,
            segments.stream().mapToInt(SegmentResult::frames).sum(),
            look.frameRate(),
            about.title(),
            about.language().toLanguageTag());
    return Steps.local(
        StepKey.video(FINISH),
        FinishResult.class,
        recipe,
        asked,
        Duration.ofMillis(400),
        context -> tools.composer().finish(asked, context));
  }

  /**
   * A frame to show for the video.
   *
   * @param first its first segment
   * @return the step
   */
  public Step<ImageResult> poster(SegmentResult first) {
    return poster(first, first.frames() / 2);
  }

  /** A frame of a segment. */
  Step<ImageResult> poster(SegmentResult segment, int frame) {
    var asked = new PosterRequest(segment.video(), frame, look.frameRate());
    return Steps.local(
        StepKey.video(POSTER),
        ImageResult.class,
        recipe,
        asked,
        Duration.ofMillis(300),
        context -> tools.composer().poster(asked, context));
  }

  void expectCaptions(StepPort port) {
    port.expect(StepKey.video(CAPTIONS), "subtitle", Duration.ofMillis(50));
  }

  void expectMix(StepPort port) {
    port.expect(StepKey.video(MIX), recipe.id(), Duration.ofSeconds(1));
  }

  /**
   * Announces the last steps.
   *
   * @param port where to
   * @param posterToo whether the poster cannot be made yet either
   */
  public void expectEnd(StepPort port, boolean posterToo) {
    if (posterToo) {
      expectPoster(port);
    }
    expectFinish(port);
  }

  void expectFinish(StepPort port) {
    port.expect(StepKey.video(FINISH), recipe.id(), Duration.ofMillis(400));
  }

  void expectPoster(StepPort port) {
    port.expect(StepKey.video(POSTER), recipe.id(), Duration.ofMillis(300));
  }

  Timeline timeline(List<Shot> shots, List<Transition> transitions, List<AudioClip> sounds) {
    var clips = new ArrayList<Clip>();
    var words = new ArrayList<WordTiming>();
    int start = 0;
    for (var shot : shots) {
      var offset = look.time(start);
      clips.add(
          new Clip(Objects.requireNonNull(shot.visual()), shot.place().scene(), shot.frames()));
      shot.words().forEach(word -> words.add(word.shifted(offset)));
      start += shot.frames();
    }
    return new Timeline(look.format(), look.frameRate(), clips, transitions, sounds, words);
  }

  /**
   * Says what is odd about the picture.
   *
   * @param segments all segments in order
   * @param port where to
   */
  public void warnings(List<SegmentResult> segments, StepPort port) {
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (!segment.black().isEmpty()) {
        port.warn(Problem.warning("segment " + (i + 1), "is black at " + segment.black(), ""));
      }
      if (!segment.frozen().isEmpty()) {
        port.warn(
            Problem.warning("segment " + (i + 1), "does not move at " + segment.frozen(), ""));
      }
    }
  }
}
