package io.vidgen.internal.narrated;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.job.Narrated;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The steps for the whole video. */
final class WholeSteps {
  static final String CAPTIONS = "captions";
  static final String MIX = "mix";
  static final String FINISH = "finish";
  static final String POSTER = "poster";

  // Music is given a length that no video of ours has; the mix cuts it at the end of the video.
  private static final Duration WHOLE = Duration.ofHours(1);

  private final Narrated request;
  private final Toolbox tools;
  private final Recipe recipe;

  WholeSteps(Narrated request, Toolbox tools, Recipe recipe) {
    this.request = request;
    this.tools = tools;
    this.recipe = recipe;
  }

  Step<CaptionFiles> captions(List<SceneShot> shots) {
    var style = request.captions() == null ? CaptionStyle.defaults() : request.captions();
    var timed = new ArrayList<CaptionScene>();
    int start = 0;
    for (var shot : shots) {
      timed.add(new CaptionScene(SceneTimes.time(start), shot.words()));
      start += shot.frames();
    }
    var asked =
        new CaptionRequest(
            timed,
            style,
            request.captionOptions(),
            request.format().width(),
            request.format().height(),
            request.script().language());
    return Steps.local(
        StepKey.video(CAPTIONS),
        CaptionFiles.class,
        new Recipe("subtitle", "1"),
        asked,
        Duration.ofMillis(50),
        context -> CaptionWriter.write(asked, context));
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

  AudioClip musicClip(Artifact file) {
    return new AudioClip(file, AudioClip.Role.MUSIC, Duration.ZERO, WHOLE, request.musicGainDb());
  }

  Step<MixResult> mix(List<SceneShot> shots, Optional<AudioClip> music) {
    int frames = shots.stream().mapToInt(SceneShot::frames).sum();
    var asked =
        new MixRequest(
            sounds(shots, music),
            frames,
            Timeline.FRAME_RATE,
            MixRequest.LOUDNESS,
            MixRequest.TRUE_PEAK);
    return Steps.local(
        StepKey.video(MIX),
        MixResult.class,
        recipe,
        asked,
        Duration.ofMillis(500 + frames * 2L),
        context -> tools.composer().mix(asked, context));
  }

  private List<AudioClip> sounds(List<SceneShot> shots, Optional<AudioClip> music) {
    var sounds = new ArrayList<AudioClip>();
    int start = 0;
    for (var shot : shots) {
      var speech = shot.speech();
      if (speech != null) {
        sounds.add(
            new AudioClip(
                speech.audio(),
                AudioClip.Role.VOICE,
                SceneTimes.time(start).plus(request.lead()),
                speech.duration(),
                0));
      }
      start += shot.frames();
    }
    music.ifPresent(sounds::add);
    return sounds;
  }

  Step<FinishResult> finish(List<SegmentResult> segments, MixResult mix) {
    var asked =
        new FinishRequest(
            segments.stream().map(SegmentResult::video).toList(),
            mix.audio(),
            segments.stream().mapToInt(SegmentResult::frames).sum(),
            Timeline.FRAME_RATE,
            request.script().title(),
            request.script().language().toLanguageTag());
    return Steps.local(
        StepKey.video(FINISH),
        FinishResult.class,
        recipe,
        asked,
        Duration.ofMillis(400),
        context -> tools.composer().finish(asked, context));
  }

  Step<ImageResult> poster(SegmentResult first) {
    var asked = new PosterRequest(first.video(), first.frames() / 2, Timeline.FRAME_RATE);
    return Steps.local(
        StepKey.video(POSTER),
        ImageResult.class,
        recipe,
        asked,
        Duration.ofMillis(300),
        context -> tools.composer().poster(asked, context));
  }

  void expect(StepPort port) {
    port.expect(StepKey.video(CAPTIONS), "subtitle", Duration.ofMillis(50));
    port.expect(StepKey.video(MIX), recipe.id(), Duration.ofSeconds(1));
    expectEnd(port, true);
  }

  void expectEnd(StepPort port, boolean posterToo) {
    if (posterToo) {
      port.expect(StepKey.video(POSTER), recipe.id(), Duration.ofMillis(300));
    }
    port.expect(StepKey.video(FINISH), recipe.id(), Duration.ofMillis(400));
  }

  Timeline timeline(
      List<SceneShot> shots, List<Transition> transitions, Optional<AudioClip> music) {
    var clips = new ArrayList<Clip>();
    var words = new ArrayList<WordTiming>();
    int start = 0;
    for (var shot : shots) {
      var offset = SceneTimes.time(start);
      clips.add(new Clip(Objects.requireNonNull(shot.visual()), shot.number(), shot.frames()));
      shot.words().forEach(word -> words.add(word.shifted(offset)));
      start += shot.frames();
    }
    return new Timeline(
        request.format(), Timeline.FRAME_RATE, clips, transitions, sounds(shots, music), words);
  }

  void warnings(List<SegmentResult> segments, StepPort port) {
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
