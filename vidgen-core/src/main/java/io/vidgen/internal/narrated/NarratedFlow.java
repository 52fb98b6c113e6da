package io.vidgen.internal.narrated;

import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.internal.narrated.SegmentSteps.Side;
import io.vidgen.job.Narrated;
import io.vidgen.model.AudioClip;
import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Scene;
import io.vidgen.model.Transition;
import io.vidgen.model.Visual;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SegmentResult;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.CaptionTrack;
import io.vidgen.subtitle.CueSegmenter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The recipe of a narrated video: voice and picture of each scene side by side, its segment as soon
 * as both are there, the sound as soon as all voices are there, and then only joining is left.
 * Belongs to one job or plan, which guards it.
 */
public final class NarratedFlow implements Flow<NarratedVideo> {
  private static final Motion[] MOTIONS = {
    Motion.ZOOM_IN, Motion.PAN_RIGHT, Motion.ZOOM_OUT, Motion.PAN_UP, Motion.PAN_LEFT
  };

  private final Narrated request;
  private final SceneSteps scenes;
  private final SegmentSteps segments;
  private final WholeSteps whole;
  private final CueSegmenter segmenter;
  private final Recipe composer;

  // Asked again after each step: what was made out once stays as it is, and is not made out again.
  private final Map<StepKey, Step<?>> made = new HashMap<>();
  private final Map<Integer, SceneShot> complete = new HashMap<>();

  /**
   * The recipe for one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public NarratedFlow(Narrated request, Toolbox tools) {
    this.request = request;
    this.composer = new Recipe(tools.composer().id(), tools.composer().version());
    this.scenes = new SceneSteps(request, tools);
    this.segments = new SegmentSteps(request, tools, composer);
    this.whole = new WholeSteps(request, tools, composer);
    this.segmenter = new CueSegmenter(request.captionOptions());
  }

  @Override
  public Optional<NarratedVideo> evaluate(StepPort port) {
    int count = request.script().scenes().size();
    var shots = new ArrayList<@Nullable SceneShot>(count);
    for (int scene = 1; scene <= count; scene++) {
      shots.add(shot(scene, port));
    }
    var music = music(port);
    var pieces = pieces(shots, port);
    if (shots.contains(null)) {
      whole.expect(port);
      return Optional.empty();
    }
    @SuppressWarnings("NullAway") // none of them is null, as was just checked
    var known = List.<SceneShot>copyOf(shots);
    return end(known, music, pieces, port);
  }

  private Optional<NarratedVideo> end(
      List<SceneShot> shots,
      Optional<Music> music,
      List<Optional<SegmentResult>> pieces,
      StepPort port) {
    var captions = port.need(once(StepKey.video(WholeSteps.CAPTIONS), () -> whole.captions(shots)));
    var mix =
        music.flatMap(
            m -> port.need(once(StepKey.video(WholeSteps.MIX), () -> whole.mix(shots, m.clip()))));
    if (music.isEmpty()) {
      port.expect(StepKey.video(WholeSteps.MIX), composer.id(), Duration.ofSeconds(1));
    }
    var poster =
        pieces
            .get(0)
            .flatMap(
                first ->
                    port.need(once(StepKey.video(WholeSteps.POSTER), () -> whole.poster(first))));
    if (mix.isEmpty() || pieces.contains(Optional.<SegmentResult>empty())) {
      whole.expectEnd(port, pieces.get(0).isEmpty());
      return Optional.empty();
    }
    var done = pieces.stream().flatMap(Optional::stream).toList();
    var video = port.need(whole.finish(done, mix.get()));
    if (video.isEmpty() || captions.isEmpty() || poster.isEmpty()) {
      return Optional.empty();
    }
    whole.warnings(done, port);
    return Optional.of(
        new NarratedVideo(
            video.get(),
            poster.get(),
            captions.get(),
            mix.get(),
            done,
            whole.timeline(shots, transitions(shots), music.flatMap(Music::clip))));
  }

  private <R extends ProviderResult> Step<R> once(StepKey key, Supplier<Step<R>> maker) {
    @SuppressWarnings("unchecked") // a key stands for one kind of step
    var step = (Step<R>) made.computeIfAbsent(key, k -> maker.get());
    return step;
  }

  /** Null while the length of the scene is not known. */
  private @Nullable SceneShot shot(int number, StepPort port) {
    var known = complete.get(number);
    if (known != null) {
      return known;
    }
    var shot = newShot(number, port);
    if (shot != null && shot.visual() != null) {
      complete.put(number, shot);
    }
    return shot;
  }

  private @Nullable SceneShot newShot(int number, StepPort port) {
    var scene = request.script().scenes().get(number - 1);
    var visual = visual(number, scene, port);
    if (!scenes.isSpoken(number)) {
      return silent(number, scene, visual);
    }
    var speech =
        port.need(
            once(
                StepKey.scene(SceneSteps.SPEECH, number),
                () -> scenes.speech(number).orElseThrow()));
    if (speech.isEmpty()) {
      port.expect(StepKey.scene(SceneSteps.WORDS, number), "align", Duration.ofMillis(20));
      return null;
    }
    var words =
        port.need(
            once(
                StepKey.scene(SceneSteps.WORDS, number), () -> scenes.words(number, speech.get())));
    if (words.isEmpty()) {
      return null;
    }
    var placed = words.get().words().stream().map(w -> w.shifted(request.lead())).toList();
    return new SceneShot(
        number,
        SceneTimes.frames(request, speech.get().duration()),
        speech.get(),
        placed,
        segmenter.segment(placed, request.script().language()),
        visual.map(Shown::visual).orElse(null));
  }

  private @Nullable SceneShot silent(int number, Scene scene, Optional<Shown> visual) {
    var length = request.silentScene();
    if (scene.media() != null) {
      if (visual.isEmpty()) {
        return null;
      }
      var own = visual.get().length();
      length = own.isZero() ? length : own;
    }
    var none = CaptionTrack.of(List.of(), request.script().language());
    return new SceneShot(
        number,
        SceneTimes.framesFor(length),
        (SpeechResult) null,
        List.of(),
        none,
        visual.map(Shown::visual).orElse(null));
  }

  /**
   * A picture that is there.
   *
   * @param visual the picture
   * @param length its own length; zero for a still
   */
  private record Shown(Visual visual, Duration length) {}

  private Optional<Shown> visual(int number, Scene scene, StepPort port) {
    var motion = MOTIONS[(number - 1) % MOTIONS.length];
    var media = scene.media();
    if (media == null) {
      return port.need(once(StepKey.scene(SceneSteps.IMAGE, number), () -> scenes.image(number)))
          .map(made -> new Visual.Still(made.image(), Fit.COVER, motion))
          .map(still -> new Shown(still, Duration.ZERO));
    }
    var key = StepKey.scene(SceneSteps.IMPORT, number);
    return port.need(once(key, () -> scenes.imported(key, media))).map(own -> shown(own, motion));
  }

  private static Shown shown(ImportResult own, Motion motion) {
    MediaInfo info = own.info();
    return info.duration().isZero()
        ? new Shown(new Visual.Still(own.file(), Fit.BLURRED_FILL, motion), Duration.ZERO)
        : new Shown(
            new Visual.Footage(own.file(), Fit.BLURRED_FILL, Duration.ZERO), info.duration());
  }

  private record Music(Optional<AudioClip> clip) {}

  /** Empty while the user's file is not there yet. */
  private Optional<Music> music(StepPort port) {
    var file = request.music();
    if (file == null) {
      return Optional.of(new Music(Optional.empty()));
    }
    var key = new StepKey(SceneSteps.IMPORT, 0, "music");
    return port.need(once(key, () -> scenes.imported(key, file)))
        .map(own -> new Music(Optional.of(whole.musicClip(own.file()))));
  }

  /** All segments in order, each asked for as soon as its own scene and the next are known. */
  private List<Optional<SegmentResult>> pieces(List<@Nullable SceneShot> shots, StepPort port) {
    var pieces = new ArrayList<Optional<SegmentResult>>();
    for (int i = 0; i < shots.size(); i++) {
      pieces.add(body(shots, i, port));
      if (i + 1 < shots.size() && request.transition().kind() != Transition.Kind.CUT) {
        change(pieces, shots, i, port);
      }
    }
    return pieces;
  }

  private Optional<SegmentResult> body(List<@Nullable SceneShot> shots, int i, StepPort port) {
    var side = side(shots, i);
    if (side == null) {
      port.expect(
          StepKey.scene(SegmentSteps.SEGMENT, i + 1), composer.id(), SegmentSteps.expected(150));
      return Optional.empty();
    }
    return port.need(once(StepKey.scene(SegmentSteps.SEGMENT, i + 1), () -> segments.body(side)));
  }

  private void change(
      List<Optional<SegmentResult>> pieces, List<@Nullable SceneShot> shots, int i, StepPort port) {
    var left = side(shots, i);
    var right = side(shots, i + 1);
    if (left == null || right == null) {
      port.expect(
          StepKey.scene(SegmentSteps.TRANSITION, i + 1),
          composer.id(),
          SegmentSteps.expected(request.transition().frames()));
      pieces.add(Optional.empty());
    } else if (left.after().frames() > 0) {
      pieces.add(
          port.need(
              once(
                  StepKey.scene(SegmentSteps.TRANSITION, i + 1),
                  () -> segments.change(left, right))));
    }
  }

  /** Null while its length, its picture or the length of a neighbour is not known. */
  private @Nullable Side side(List<@Nullable SceneShot> shots, int i) {
    var shot = shots.get(i);
    if (shot == null) {
      return null;
    }
    var visual = shot.visual();
    var before = between(shots, i - 1);
    var after = between(shots, i);
    return visual == null || before == null || after == null
        ? null
        : new Side(shot, visual, before, after);
  }

  private @Nullable Transition between(List<@Nullable SceneShot> shots, int left) {
    if (request.transition().kind() == Transition.Kind.CUT
        || left < 0
        || left + 1 >= shots.size()) {
      return Transition.CUT;
    }
    var a = shots.get(left);
    var b = shots.get(left + 1);
    return a == null || b == null
        ? null
        : SceneTimes.between(request.transition(), a.frames(), b.frames());
  }

  private List<Transition> transitions(List<SceneShot> shots) {
    var all = new ArrayList<Transition>();
    for (int i = 0; i + 1 < shots.size(); i++) {
      all.add(
          SceneTimes.between(
              request.transition(), shots.get(i).frames(), shots.get(i + 1).frames()));
    }
    return all;
  }
}
