package io.vidgen.internal.video;

import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.SegmentSteps.Side;
import io.vidgen.model.AudioClip;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.model.Visual;
import io.vidgen.spi.SegmentResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recipe of a video of several shots: the segment of each as soon as its voice and picture are
 * there, the sound as soon as all voices are there, and then only joining is left. Belongs to one
 * job or plan, which guards it.
 */
public final class ShotTrack implements Flow<FinishedVideo> {
  /** Of a teaser; 1 s. */
  private static final int FADE_OUT = 30;

  private final ShotSource source;
  private final Style style;
  private final UserFiles files;
  private final SegmentSteps segments;
  private final WholeSteps whole;
  private final String composer;
  private final Toolbox tools;
  private final Edition edition;
  private final Memo memo = new Memo();
  private final Map<Integer, Shot> complete = new HashMap<>();
  private final Map<Integer, Shot> lengths = new HashMap<>();
  private final ShotWaits waits = new ShotWaits();

  /**
   * What a request says about the whole video.
   *
   * @param look how it looks
   * @param about what is told of it
   * @param transition between scenes
   * @param music music behind it, null for none
   * @param musicGainDb how loud that is
   */
  public record Style(
      Look look, About about, Transition transition, @Nullable Path music, double musicGainDb) {

    /**
     * Of a video of a script.
     *
     * @param look how it looks
     * @param script what is told
     * @param transition between scenes
     * @param music music behind it, null for none
     * @param licence by what right that is used, empty for not stated
     * @param musicGainDb how loud that is
     * @return the style
     */
    public static Style of(
        Look look,
        Script script,
        Transition transition,
        @Nullable Path music,
        String licence,
        double musicGainDb) {
      return new Style(look, About.of(script, music, licence), transition, music, musicGainDb);
    }
  }

  /**
   * The recipe for an edition of a video.
   *
   * @param source its shots
   * @param style its look
   * @param edition what of it is shown
   * @param tools what to make it with
   */
  public ShotTrack(ShotSource source, Style style, Edition edition, Toolbox tools) {
    this.source = source;
    this.edition = edition;
    this.style = style;
    this.files = new UserFiles(tools.composer());
    this.segments = new SegmentSteps(style.look(), tools);
    this.whole = new WholeSteps(style.look(), style.about(), tools);
    this.composer = tools.composer().id();
    this.tools = tools;
  }

  @Override
  public Optional<FinishedVideo> evaluate(StepPort port) {
    var shown = shown(port);
    var importing = new Missing(Missing.after(port, waits.lengths()));
    var music = music(importing);
    var cutting = new Missing(port);
    var pieces = pieces(shown, cutting);
    if (!shown.isKnown()) {
      whole.expectCaptions(Missing.after(port, waits.lengths()));
      var mixing = new Missing(importing.then());
      whole.expectMix(mixing);
      expectPoster(port, cutting);
      whole.expectFinish(Missing.after(cutting.then(), mixing.keys()));
      return Optional.empty();
    }
    return end(shown, music, pieces, importing, cutting);
  }

  /** It is a picture of the first segment, unless somebody said when it is seen. */
  private void expectPoster(StepPort port, Missing cutting) {
    boolean first = edition.posterAt() == null;
    var at = Set.of(source.places().get(0).key(SegmentSteps.SEGMENT));
    whole.expectPoster(Missing.after(port, first ? at : cutting.keys()));
  }

  private ShownShots shown(StepPort port) {
    var teaser = edition.teaser();
    if (teaser == null) {
      return ShownShots.all(source.places().size(), i -> shot(i, port));
    }
    return ShownShots.beginning(
        SceneTimes.frameAt(teaser),
        source,
        i -> shot(i, port),
        i -> ShownShots.flash(wanted(i), lengths.get(i)),
        port);
  }

  private Optional<FinishedVideo> end(
      ShownShots shown,
      Optional<Music> music,
      List<Optional<SegmentResult>> pieces,
      Missing importing,
      Missing cutting) {
    var port = importing.port();
    var mixing = new Missing(importing.then());
    var shots = shown.seen();
    boolean cut = shown.cut() > 0;
    var about = style.about().heardIn(shots.get(0).captions().language());
    var whole = new WholeSteps(style.look(), about, tools);
    var captions =
        port.need(
            memo.once(
                StepKey.video(WholeSteps.CAPTIONS),
                () -> cut ? whole.cutCaptions(shots) : whole.captions(shots)));
    var mixKey = StepKey.video(WholeSteps.MIX);
    int frames = shots.stream().mapToInt(Shot::frames).sum();
    int fade = cut ? Math.min(FADE_OUT, frames / 4) : 0;
    var sounds = whole.sounds(shots, source.sounds(shots), music.flatMap(Music::clip));
    var mix =
        music.flatMap(m -> mixing.need(memo.once(mixKey, () -> whole.mix(sounds, frames, fade))));
    if (music.isEmpty()) {
      mixing.expect(mixKey, composer, Duration.ofSeconds(1));
    }
    var posterFrame = posterFrame(pieces);
    var poster =
        posterFrame.flatMap(
            at ->
                port.need(
                    memo.once(
                        StepKey.video(WholeSteps.POSTER),
                        () -> whole.poster(at.segment(), at.frame()))));
    if (mix.isEmpty() || pieces.contains(Optional.<SegmentResult>empty())) {
      if (posterFrame.isEmpty()) {
        expectPoster(port, cutting);
      }
      whole.expectFinish(Missing.after(cutting.then(), mixing.keys()));
      return Optional.empty();
    }
    var done = pieces.stream().flatMap(Optional::stream).toList();
    var video = port.need(whole.finish(done, mix.get().audio()));
    if (video.isEmpty() || captions.isEmpty() || poster.isEmpty()) {
      return Optional.empty();
    }
    whole.warnings(done, port);
    return Optional.of(
        new FinishedVideo(
            about,
            video.get(),
            poster.get(),
            captions.get(),
            mix.get(),
            whole.timeline(shots, transitions(shots), sounds),
            source.note()));
  }

  private record PosterFrame(SegmentResult segment, int frame) {}

  /** Empty while it is not known where it is. */
  private Optional<PosterFrame> posterFrame(List<Optional<SegmentResult>> pieces) {
    var at = edition.posterAt();
    if (at == null) {
      return pieces.get(0).map(first -> new PosterFrame(first, first.frames() / 2));
    }
    int left = (int) Math.round(at.toNanos() * (double) style.look().frameRate() / 1e9);
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).isEmpty()) {
        return Optional.empty();
      }
      var piece = pieces.get(i).get();
      if (left < piece.frames() || i + 1 == pieces.size()) {
        return Optional.of(new PosterFrame(piece, Math.min(left, piece.frames() - 1)));
      }
      left -= piece.frames();
    }
    return Optional.empty();
  }

  /** Null while the length of the shot is not known. */
  private @Nullable Shot shot(int index, StepPort port) {
    var known = complete.get(index);
    if (known != null) {
      return known;
    }
    var own = new Missing(port);
    var shot = source.shot(index, own);
    waits.look(index, own.keys(), shot != null);
    if (shot == null) {
      return null;
    }
    lengths.put(index, shot);
    if (shot.visual() != null) {
      complete.put(index, shot);
    }
    return shot;
  }

  private record Music(Optional<AudioClip> clip) {}

  /** Empty while the user's file is not there yet. */
  private Optional<Music> music(StepPort port) {
    var file = style.music();
    if (file == null) {
      return Optional.of(new Music(Optional.empty()));
    }
    var key = Place.WHOLE.key(UserFiles.IMPORT, "music");
    return port.need(memo.once(key, () -> files.imported(key, file)))
        .map(own -> new Music(Optional.of(whole.musicClip(own.file(), style.musicGainDb()))));
  }

  /** All segments in order, each asked for as soon as its own shot and the next are known. */
  private List<Optional<SegmentResult>> pieces(ShownShots shown, StepPort port) {
    var pieces = new ArrayList<Optional<SegmentResult>>();
    var shots = shown.shots();
    for (int i = 0; i < shots.size(); i++) {
      pieces.add(body(shots, i, i + 1 == shots.size() ? shown.cut() : 0, port));
      if (i + 1 < shots.size() && wanted(i).kind() != Transition.Kind.CUT) {
        change(pieces, shots, i, port);
      }
    }
    return pieces;
  }

  private Optional<SegmentResult> body(List<@Nullable Shot> shots, int i, int cut, StepPort port) {
    var side = side(shots, i);
    var key = source.places().get(i).key(SegmentSteps.SEGMENT);
    if (side == null) {
      beside(i, i, port).expect(key, composer, SegmentSteps.expected(150));
      return Optional.empty();
    }
    return port.need(
        memo.once(key, () -> cut > 0 ? segments.body(side, cut) : segments.body(side)));
  }

  private void change(
      List<Optional<SegmentResult>> pieces, List<@Nullable Shot> shots, int i, StepPort port) {
    var left = side(shots, i);
    var right = side(shots, i + 1);
    var key = StepKey.scene(SegmentSteps.TRANSITION, source.places().get(i).scene());
    if (left == null || right == null) {
      beside(i, i + 1, port).expect(key, composer, SegmentSteps.expected(wanted(i).frames()));
      pieces.add(Optional.empty());
    } else if (left.after().frames() > 0) {
      pieces.add(port.need(memo.once(key, () -> segments.change(left, right))));
    }
  }

  /** For what waits for some shots, and for the length of those that they change into. */
  private StepPort beside(int first, int last, StepPort port) {
    return Missing.after(
        port, waits.of(first, last, left -> wanted(left).kind() == Transition.Kind.CUT));
  }

  /** Null while its length, its picture or the length of a neighbour is not known. */
  private @Nullable Side side(List<@Nullable Shot> shots, int i) {
    var shot = shots.get(i);
    if (shot == null) {
      return null;
    }
    var visual = shot.visual();
    var before = between(shots, i - 1);
    var after = between(shots, i);
    return visual == null || before == null || after == null
        ? null
        : new Side(shot, shot.inSync() ? held(visual, before) : visual, before, after);
  }

  /** A picture appears half a transition early; lips do not move before their voice is heard. */
  private Visual held(Visual visual, Transition before) {
    return visual instanceof Visual.Footage clip && before.frames() > 0
        ? new Visual.Footage(
            clip.source(), clip.fit(), clip.from().minus(style.look().time(before.frames() / 2)))
        : visual;
  }

  /** Clips of one scene are cut hard, and those that go on from each other. */
  private Transition wanted(int left) {
    var places = source.places();
    return left < 0
            || left + 1 >= places.size()
            || places.get(left).scene() == places.get(left + 1).scene()
            || source.seamless(left)
        ? Transition.CUT
        : style.transition();
  }

  private @Nullable Transition between(List<@Nullable Shot> shots, int left) {
    var wanted = wanted(left);
    // A teaser has nothing after its last shot.
    if (wanted.kind() == Transition.Kind.CUT || left + 1 >= shots.size()) {
      return Transition.CUT;
    }
    var a = shots.get(left);
    var b = shots.get(left + 1);
    return a == null || b == null ? null : SceneTimes.between(wanted, a.frames(), b.frames());
  }

  private List<Transition> transitions(List<Shot> shots) {
    var all = new ArrayList<Transition>();
    for (int i = 0; i + 1 < shots.size(); i++) {
      all.add(SceneTimes.between(wanted(i), shots.get(i).frames(), shots.get(i + 1).frames()));
    }
    return all;
  }
}
