package io.vidgen.internal.story;

import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.SceneTimes;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.StoryNote.Kept;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.model.Fit;
import io.vidgen.model.Scene;
import io.vidgen.model.Timeline;
import io.vidgen.model.Visual;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.VideoProvider;
import io.vidgen.subtitle.CueSegmenter;
import io.vidgen.subtitle.WordInterpolator;
import io.vidgen.subtitle.Words;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scenes that a video provider films, with their own sound. */
final class ClipShots implements SceneShots {
  private final Telling telling;
  private final Cast cast;
  private final Toolbox tools;
  private final ClipPlan plan;
  private final ClipPurchase purchase;
  private final Ladder ladder;
  private final @Nullable Filming filming;
  private final SpokenWords words;
  private final CueSegmenter segmenter;

  /** For the scenes of a story that are clips. */
  ClipShots(Telling telling, Set<Integer> scenes, Cast cast, Toolbox tools) {
    var memo = new Memo();
    var story = telling.request();
    this.telling = telling;
    this.cast = cast;
    this.tools = tools;
    var shape = ClipPlan.of(telling, scenes, ClipLimits.PLAIN);
    this.words = new SpokenWords(tools, memo);
    var all = new ClipPurchase(telling, shape.isExtended(), tools);
    var planner = planner(all, scenes);
    this.purchase = planner == null ? all : all.ledBy(planner);
    this.plan = planner == null ? shape : ClipPlan.of(telling, scenes, planner.limits());
    this.ladder = new Ladder(telling, plan, cast, purchase, tools);
    this.filming = planner == null ? null : filming(ladder, planner, memo);
    this.segmenter = new CueSegmenter(story.captionOptions());
  }

  /** Who has made most of it before, so that a change of price or health buys nothing anew. */
  private @Nullable VideoProvider planner(ClipPurchase all, Set<Integer> scenes) {
    var best = all.planner();
    if (all.everybody().size() + all.leftOut().size() < 2) {
      return best;
    }
    int most = 0;
    var everybody = all.everybody();
    for (var who : Stream.concat(everybody.stream(), all.leftOut().stream()).toList()) {
      var shape = ClipPlan.of(telling, scenes, who.limits());
      var way = new Ladder(telling, shape, cast, all.ledBy(who), tools);
      int begun = filming(way, who, new Memo()).runs().begun();
      // Who is asked for nothing any more leads where nothing is left to ask.
      if (begun > most && (everybody.contains(who) || begun == shape.clips().size())) {
        best = who;
        most = begun;
      }
    }
    return best;
  }

  @Override
  public List<Place> places(int scene) {
    return plan.places(scene);
  }

  /** Which clip is shown there. */
  PlannedClip at(Place place) {
    return plan.at(place);
  }

  /** Asks for a clip alone. */
  Optional<Filmed> filmed(Place place, StepPort port) {
    return filming().runs().need(plan.at(place), port);
  }

  /** What is seen of a clip, without its sound. */
  Shot silent(Filmed filmed) {
    return shot(filmed, List.of());
  }

  @Override
  public Duration atLeast(Place place) {
    return plan.at(place).length();
  }

  @Override
  public @Nullable Visual picture(Place place, StepPort port) {
    return filmed(place, port).map(this::silent).map(Shot::visual).orElse(null);
  }

  @Override
  public @Nullable Shot shot(Place place, StepPort port) {
    var clip = plan.at(place);
    var film = new Missing(port);
    var filmed = filming().runs().need(clip, film);
    if (filmed.isEmpty()) {
      if (isSpoken(clip.part())) {
        words.expect(place, telling.text(clip.part()), clip.length(), false, film.then());
      }
      return null;
    }
    return shot(filmed.get(), port);
  }

  private @Nullable Shot shot(Filmed filmed, StepPort port) {
    if (filmed.asking().ownVoice()) {
      return filming().voiced().shot(filmed, shot(filmed, List.of()), port);
    }
    return words(filmed, port)
        .map(heard -> filming().sounds().withOwnStretch(filmed, shot(filmed, heard), port))
        .orElse(null);
  }

  /**
   * What there is when somebody can make the clips.
   *
   * @param planner for whose limits they are planned
   * @param pictures the pictures between them
   * @param runs has them made
   * @param sounds what is heard of them
   * @param voiced those whose own sound is not used
   */
  private record Filming(
      VideoProvider planner,
      KeyPictures pictures,
      ClipRuns runs,
      ClipSounds sounds,
      VoicedClips voiced) {}

  private Filming filming(Ladder way, VideoProvider planner, Memo memo) {
    var clips = way.plan();
    var buying = way.purchase();
    var pictures = new KeyPictures(telling, cast, buying.format(planner), tools, memo);
    var expiry = new ExpiryAnswer(telling.request().whenExpired(), planner, tools, memo);
    var answers = new FilterAnswers(telling, buying, way, tools, memo);
    var runs = new ClipRuns(clips, cast, planner, buying, answers, pictures, expiry, tools);
    var sounds = new ClipSounds(clips, runs, tools, memo);
    return new Filming(
        planner, pictures, runs, sounds, new VoicedClips(telling, tools, words, memo));
  }

  private Filming filming() {
    if (filming == null) {
      throw new IllegalStateException("nobody can make the clips, as the checks have said");
    }
    return filming;
  }

  private Optional<List<WordTiming>> words(Filmed filmed, StepPort port) {
    var part = filmed.asking().part();
    var result = filmed.result();
    var length = result.duration().minus(result.begin());
    if (!isSpoken(part)) {
      return Optional.of(telling.silentCaption(part, length));
    }
    var silent =
        result.audio()
            ? List.<WordTiming>of()
            : WordInterpolator.spread(
                Words.split(part.captionText(), telling.language()), Duration.ZERO, length);
    var recording =
        new SpokenWords.Recording(
            result.video(), filmed.isExtension() ? result.begin() : null, length, silent);
    return words
        .words(filmed.clip().place(), telling.text(part), recording, port)
        .map(SpokenWords.Heard::words);
  }

  /**
   * What is seen at a time of a run is what its longest video shows then, so that neither picture
   * nor sound drifts, however many clips there are.
   */
  private Shot shot(Filmed filmed, List<WordTiming> heard) {
    int first = SceneTimes.frameAt(filmed.left());
    int end = Math.max(first + 2, SceneTimes.frameAt(filmed.result().duration()));
    var from = Timeline.timeOf(first, Timeline.FRAME_RATE);
    var late = filmed.result().begin().minus(from);
    var placed =
        late.isNegative() ? heard : heard.stream().map(word -> word.shifted(late)).toList();
    return new Shot(
        filmed.clip().place(),
        end - first,
        null,
        placed,
        segmenter.segment(placed, telling.language()),
        new Visual.Footage(filmed.result().video(), Fit.BLURRED_FILL, from),
        true);
  }

  @Override
  public boolean seamless(Place left, Place right) {
    return plan.seamless(left, right);
  }

  @Override
  public boolean continues(SceneShots other) {
    return other instanceof ClipShots clips
        && plan.chaining() == Chaining.INTERPOLATED
        && clips.plan.chaining() == Chaining.INTERPOLATED;
  }

  @Override
  public List<Sound> sounds(Shot shot) {
    return filming().sounds().of(shot);
  }

  @Override
  public Set<Kept> kept(int scene, int character) {
    return plan.of(scene).stream()
        .map(filming().runs()::bought)
        .filter(Objects::nonNull)
        .map(wanted -> kept(wanted, character))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kept.class)));
  }

  /** The best picture of each comes first, so they end with the last character who has one. */
  private static Kept kept(Wanted wanted, int character) {
    if (character < wanted.references().size()) {
      return Kept.PICTURE;
    } else if (wanted.goesOn()) {
      return Kept.CLIP_BEFORE;
    }
    return wanted.firstFrame() == null ? Kept.WORDS : Kept.FRAMES;
  }

  private static boolean isSpoken(Scene part) {
    return !part.spokenText().isBlank();
  }

  @Override
  public void check(Set<Integer> scenes, Checklist list) {
    var checks = new ClipChecks(telling, plan, scenes, cast, purchase, tools, list);
    checks.checkScenes();
    if (checks.checkProvider() && filming != null) {
      checks.checkClips(filming.runs(), filming.pictures(), filming.planner());
      ladder.check(list);
      var runs = filming.runs();
      var unbought = plan.clips().stream().filter(c -> scenes.contains(c.scene()));
      new AnswerPrices(
              telling,
              unbought.filter(c -> runs.known(c) == null).toList(),
              runs,
              purchase,
              ladder,
              tools)
          .check(list);
      new ReplacedClips(telling, plan, cast, purchase, tools)
          .check(scenes, runs, filming.pictures(), list);
    }
  }
}
