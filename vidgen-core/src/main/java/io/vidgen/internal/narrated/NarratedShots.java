package io.vidgen.internal.narrated;

import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.ImportResult;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.SceneTimes;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.SilentCaption;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.UserFiles;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.Narrated;
import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Scene;
import io.vidgen.model.Visual;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.MediaInfo;
import io.vidgen.subtitle.CueSegmenter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The shots of a narrated video, one for each scene: voice and picture of each, made side by side.
 * Used by one thread.
 */
public final class NarratedShots implements ShotSource {
  private static final Motion[] MOTIONS = {
    Motion.ZOOM_IN, Motion.PAN_RIGHT, Motion.ZOOM_OUT, Motion.PAN_UP, Motion.PAN_LEFT
  };

  private final Narrated request;
  private final Toolbox tools;
  private final SceneSteps scenes;
  private final UserFiles files;
  private final Voices voices;
  private final SpokenWords words;
  private final CueSegmenter segmenter;
  private final Memo memo = new Memo();
  private final List<Place> places;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public NarratedShots(Narrated request, Toolbox tools) {
    this(request, request, tools);
  }

  /**
   * For a request with the pictures of another.
   *
   * @param request what to make
   * @param pictured whose pictures are shown; as many scenes
   * @param tools what to make it with
   */
  public NarratedShots(Narrated request, Narrated pictured, Toolbox tools) {
    this.request = request;
    this.tools = tools;
    this.scenes = new SceneSteps(request, pictured, tools);
    this.files = new UserFiles(tools.composer());
    this.voices = scenes.voices();
    this.words = new SpokenWords(tools, memo);
    this.segmenter = new CueSegmenter(request.captionOptions());
    this.places =
        IntStream.rangeClosed(1, request.script().scenes().size()).mapToObj(Place::scene).toList();
  }

  /**
   * Finds everything that is wrong with some scenes before anything is spent or written.
   *
   * @param scenes their numbers, from 1
   * @param list takes it
   */
  public void check(Collection<Integer> scenes, Checklist list) {
    new NarratedChecks(request, this.scenes, tools, list).check(scenes);
  }

  @Override
  public List<Place> places() {
    return places;
  }

  @Override
  public @Nullable Shot shot(int index, StepPort port) {
    int number = index + 1;
    var scene = request.script().scenes().get(index);
    var visual = visual(number, port);
    if (!scenes.isSpoken(number)) {
      return silent(number, scene, visual);
    }
    var place = places.get(index);
    var voice = new Missing(port);
    var speech = voice.need(memo.once(place.key(Voices.SPEECH), () -> scenes.speech(number)));
    if (speech.isEmpty()) {
      expectWords(number, place, voice.then());
      return null;
    }
    var spoken = speech.get();
    var recording = new SpokenWords.Recording(spoken.audio(), spoken.duration(), spoken.words());
    var heard = words.words(place, scenes.text(number), recording, port);
    if (heard.isEmpty()) {
      return null;
    }
    var placed = heard.get().words().stream().map(w -> w.shifted(request.lead())).toList();
    return new Shot(
        place,
        SceneTimes.frames(request.lead(), spoken.duration(), request.pause()),
        new Sound(spoken.audio(), request.lead(), spoken.duration()),
        placed,
        segmenter.segment(placed, request.script().language()),
        visual.map(Shown::visual).orElse(null),
        false);
  }

  @Override
  public @Nullable Visual picture(int index, StepPort port) {
    return visual(index + 1, port).map(Shown::visual).orElse(null);
  }

  @Override
  public Duration atLeast(int index) {
    int number = index + 1;
    if (!scenes.isSpoken(number)) {
      return scenes.media(number) == null ? request.silentScene() : Duration.ZERO;
    }
    var asked = scenes.speechRequest(number);
    var length = StandIn.length(asked.text(), asked.language(), asked.speed());
    return request.lead().plus(length.dividedBy(2)).plus(request.pause());
  }

  /**
   * Whether the picture of a scene was made in the shape of the pictures, not in that of the video.
   *
   * @param scene number of the scene, from 1
   * @return false for the user's own and for those that are drawn for nothing
   */
  public boolean isShared(int scene) {
    return scenes.isShared(scene);
  }

  private void expectWords(int number, Place place, StepPort port) {
    var asked = scenes.speechRequest(number);
    var length = StandIn.length(asked.text(), asked.language(), asked.speed());
    boolean timed = voices.voice(asked).capabilities().has(Feature.WORD_TIMINGS);
    words.expect(place, scenes.text(number), length, timed, port);
  }

  private @Nullable Shot silent(int number, Scene scene, Optional<Shown> visual) {
    var length = request.silentScene();
    if (scenes.media(number) != null) {
      if (visual.isEmpty()) {
        return null;
      }
      var own = visual.get().length();
      length = own.isZero() ? length : own;
    }
    var language = request.script().language();
    var shown =
        SilentCaption.words(scene.captionText(), language, request.captionOptions(), length);
    return new Shot(
        places.get(number - 1),
        SceneTimes.framesFor(length),
        null,
        shown,
        segmenter.segment(shown, language),
        visual.map(Shown::visual).orElse(null),
        false);
  }

  /**
   * A picture that is there.
   *
   * @param visual the picture
   * @param length its own length; zero for a still
   */
  private record Shown(Visual visual, Duration length) {}

  private Optional<Shown> visual(int number, StepPort port) {
    var motion = MOTIONS[(number - 1) % MOTIONS.length];
    var media = scenes.media(number);
    if (media == null) {
      return port.need(
              memo.once(StepKey.scene(SceneSteps.IMAGE, number), () -> scenes.image(number)))
          .map(made -> new Visual.Still(made.image(), Fit.COVER, motion))
          .map(still -> new Shown(still, Duration.ZERO));
    }
    var key = StepKey.scene(UserFiles.IMPORT, number);
    return port.need(memo.once(key, () -> files.imported(key, media)))
        .map(own -> shown(own, motion));
  }

  private static Shown shown(ImportResult own, Motion motion) {
    MediaInfo info = own.info();
    return info.duration().isZero()
        ? new Shown(new Visual.Still(own.file(), Fit.BLURRED_FILL, motion), Duration.ZERO)
        : new Shown(
            new Visual.Footage(own.file(), Fit.BLURRED_FILL, Duration.ZERO), info.duration());
  }
}
