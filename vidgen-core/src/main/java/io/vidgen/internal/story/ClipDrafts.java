package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.SceneTimes;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Scene;
import io.vidgen.model.Visual;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.CueSegmenter;
import io.vidgen.subtitle.WordInterpolator;
import io.vidgen.subtitle.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scenes as the storyboard of their clips: a free voice over a free picture, as long as the clip
 * will be, on the very frames that it will have.
 */
final class ClipDrafts implements SceneShots {
  /** What most providers do, for a story that nobody can film yet. */
  static final ClipLimits USUAL =
      ClipLimits.builder()
          .lengths(List.of(Duration.ofSeconds(8)))
          .extensions(Duration.ofSeconds(7), Integer.MAX_VALUE, Duration.ofHours(1))
          .firstFrame(true)
          .lastFrame(true)
          .build();

  private static final String IMAGE = "image";

  private final Telling telling;
  private final ClipPlan plan;
  private final Toolbox free;
  private final DraftVoice voice;
  private final SpokenWords words;
  private final CueSegmenter segmenter;
  private final Memo memo = new Memo();

  /** With the clips that the whole story will have, and tools that are free. */
  ClipDrafts(Telling telling, ClipPlan plan, Toolbox free) {
    this.telling = telling;
    this.plan = plan;
    this.free = free;
    this.voice = new DraftVoice(telling, free);
    this.words = new SpokenWords(free, memo);
    this.segmenter = new CueSegmenter(telling.request().captionOptions());
  }

  @Override
  public List<Place> places(int scene) {
    return plan.places(scene);
  }

  @Override
  public @Nullable Shot shot(Place place, StepPort port) {
    var clip = plan.at(place);
    var visual = port.need(memo.once(place.key(IMAGE), () -> image(clip))).map(ClipDrafts::visual);
    if (!isSpoken(clip)) {
      return shot(clip, null, telling.silentCaption(clip.part(), clip.length()), visual);
    } else if (voice.speaker().isEmpty()) {
      return shot(clip, null, spread(clip), visual);
    }
    var recorded = new Missing(port);
    var speech = recorded.need(memo.once(speechStep(clip).key(), () -> speechStep(clip)));
    if (speech.isEmpty()) {
      words.expect(
          place, telling.text(clip.part()), spokenLength(clip), isTimed(), recorded.then());
      return null;
    }
    var spoken = speech.get();
    warnIfTooLong(clip, spoken.duration(), false).forEach(port::warn);
    var recording = new SpokenWords.Recording(spoken.audio(), spoken.duration(), spoken.words());
    return words
        .words(place, telling.text(clip.part()), recording, port)
        .map(heard -> spoken(clip, spoken, heard.words(), visual))
        .orElse(null);
  }

  private Step<SpeechResult> speechStep(PlannedClip clip) {
    return voice.step(clip.place(), clip.part());
  }

  /** Words that the clip has no time for are cut off, and their captions hurry. */
  private Shot spoken(
      PlannedClip clip, SpeechResult spoken, List<WordTiming> heard, Optional<Visual> visual) {
    var lead = lead(clip);
    var room = room(clip);
    boolean fits = spoken.duration().compareTo(room) <= 0;
    var length = fits ? spoken.duration() : room;
    var placed = fits ? heard.stream().map(word -> word.shifted(lead)).toList() : spread(clip);
    return shot(clip, new Sound(spoken.audio(), lead, length), placed, visual);
  }

  private Shot shot(
      PlannedClip clip, @Nullable Sound sound, List<WordTiming> placed, Optional<Visual> visual) {
    return new Shot(
        clip.place(),
        frames(clip),
        sound,
        placed,
        segmenter.segment(placed, telling.language()),
        visual.orElse(null),
        false);
  }

  /** Those of the clip: it is shown from where its run has come to. */
  private static int frames(PlannedClip clip) {
    return SceneTimes.frameAt(clip.end()) - SceneTimes.frameAt(clip.end().minus(clip.length()));
  }

  private List<WordTiming> spread(PlannedClip clip) {
    var shown = Words.split(clip.part().captionText(), telling.language());
    return WordInterpolator.spread(shown, lead(clip), clip.length());
  }

  /** How long the words of a clip may take. */
  private Duration room(PlannedClip clip) {
    return clip.length().minus(lead(clip));
  }

  private Duration lead(PlannedClip clip) {
    var wanted = telling.request().lead();
    var most = clip.length().dividedBy(2);
    return wanted.compareTo(most) > 0 ? most : wanted;
  }

  private static boolean isSpoken(PlannedClip clip) {
    return !clip.part().spokenText().isBlank();
  }

  private boolean isTimed() {
    return voice.speaker().filter(p -> p.capabilities().has(Feature.WORD_TIMINGS)).isPresent();
  }

  private Duration spokenLength(PlannedClip clip) {
    return StandIn.length(clip.part().spokenText(), telling.language(), telling.request().speed());
  }

  private static Visual visual(ImageResult made) {
    return new Visual.Still(made.image(), Fit.COVER, Motion.ZOOM_IN);
  }

  private ImageRequest imageRequest(PlannedClip clip) {
    var story = telling.request();
    var part = clip.part();
    return new ImageRequest(
        words(part), story.style(), story.format(), List.of(), null, story.takeOf(clip.scene()));
  }

  private String words(Scene part) {
    return Stream.of(part.visual(), part.heading(), part.spokenText(), telling.script().title())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("scene");
  }

  private Step<ImageResult> image(PlannedClip clip) {
    var asked = imageRequest(clip);
    var maker = free.images().matching(p -> true).get(0);
    return Steps.of(clip.place().key(IMAGE), ImageResult.class, maker, asked);
  }

  @Override
  public boolean seamless(Place left, Place right) {
    return plan.seamless(left, right);
  }

  @Override
  public void check(Set<Integer> scenes, Checklist list) {
    boolean spoken =
        plan.clips().stream().anyMatch(clip -> scenes.contains(clip.scene()) && isSpoken(clip));
    boolean drawn = new DraftChecks(telling, free, list).check(spoken, true);
    var known = new PlanPort(free.ledger());
    for (var clip : plan.clips()) {
      if (scenes.contains(clip.scene())) {
        check(clip, drawn, known, list);
      }
    }
  }

  private void check(PlannedClip clip, boolean drawn, PlanPort known, Checklist list) {
    if (drawn) {
      list.addAll(free.images().matching(p -> true).get(0).check(imageRequest(clip)));
    }
    var speaker = voice.speaker();
    if (isSpoken(clip) && speaker.isPresent()) {
      list.addAll(speaker.get().check(voice.asked(clip.place(), clip.part())));
      // Once it is spoken, the flow says how long it really is.
      if (known.need(speechStep(clip)).isEmpty()) {
        list.addAll(warnIfTooLong(clip, spokenLength(clip), true));
      }
    }
  }

  private List<Problem> warnIfTooLong(PlannedClip clip, Duration takes, boolean estimated) {
    var room = room(clip);
    // An estimate is not worth a warning about a breath.
    var most = estimated ? room.plus(room.dividedBy(8)) : room;
    return takes.compareTo(most) <= 0
        ? List.of()
        : List.of(
            Problem.warning(
                clip.field(),
                "these words take "
                    + (estimated ? "about " : "")
                    + VoicedClips.seconds(takes)
                    + ", the clip "
                    + VoicedClips.seconds(clip.length()),
                "shorten them, or give the scene more clips"));
  }
}
