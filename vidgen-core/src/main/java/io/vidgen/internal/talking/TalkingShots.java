package io.vidgen.internal.talking;

import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.talking.Talk.Speaker;
import io.vidgen.internal.video.AudioSteps;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.SceneTimes;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.SpokenWords.Heard;
import io.vidgen.internal.video.SpokenWords.Recording;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.UserFiles;
import io.vidgen.internal.video.Voices;
import io.vidgen.model.Fit;
import io.vidgen.model.Visual;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.MediaInfo;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CueSegmenter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shots of a face that speaks: voice, clip and words of each piece. */
final class TalkingShots implements ShotSource {
  private static final String KEPT = "kept";

  private final Talk talk;
  private final @Nullable MediaInfo seen;
  private final Face face;
  private final Talker<?, ?> talker;
  private final Toolbox tools;
  private final UserFiles files;
  private final Voices voices;
  private final CueSegmenter segmenter;
  private final Memo memo = new Memo();
  private final SpokenWords words;

  /** With what the finished recording holds, for plans; null when there is none. */
  TalkingShots(
      Talk talk,
      @Nullable MediaInfo seen,
      Face face,
      Talker<?, ?> talker,
      CaptionOptions options,
      Toolbox tools) {
    this.talk = talk;
    this.seen = seen;
    this.face = face;
    this.talker = talker;
    this.tools = tools;
    this.files = new UserFiles(tools.composer());
    this.voices = talk.voices(tools);
    this.segmenter = new CueSegmenter(options);
    this.words = new SpokenWords(tools, memo);
  }

  @Override
  public List<Place> places() {
    return talk.pieces().stream().map(Piece::place).toList();
  }

  @Override
  public @Nullable Shot shot(int index, StepPort port) {
    var piece = talk.pieces().get(index);
    var seeing = new Missing(port);
    var shown = face.need(files, memo, seeing);
    var then = seeing.then();
    return talk.speaker() == Speaker.THEIRS ? theirs(piece, shown, then) : ours(piece, shown, then);
  }

  /** Announces the steps of a shot whose face is not there yet, and asks for its recording. */
  void expect(int index, StepPort port) {
    var piece = talk.pieces().get(index);
    if (talk.speaker() == Talk.Speaker.THEIRS) {
      theirs(piece, Optional.empty(), port);
    } else {
      ours(piece, Optional.empty(), port);
    }
  }

  /** The recording is made first; clip and words wait for nothing else. */
  private @Nullable Shot ours(Piece piece, Optional<Face.Shown> shown, StepPort port) {
    var voice = new Missing(port);
    var recording = recording(piece, voice);
    if (recording.isEmpty()) {
      var length = talk.lengthOf(piece, seen).time();
      talker.expect(piece.place(), face.standIn(), standIn(piece, length), voice.then());
      words.expect(piece.place(), talk.text(piece), length, isTimed(piece), voice.then());
      return null;
    }
    var spoken = recording.get();
    var said = new Said(null, spoken.audio(), spoken.length(), piece.take());
    var clip = clip(piece, shown, said, port);
    return words
        .words(piece.place(), talk.text(piece), spoken, port)
        .map(heard -> shot(piece, spoken, heard, clip))
        .orElse(null);
  }

  /** The clip is made first, and its sound taken out of it. */
  private @Nullable Shot theirs(Piece piece, Optional<Face.Shown> shown, StepPort port) {
    var film = new Missing(port);
    var clip = clip(piece, shown, new Said(piece.said(), null, null, piece.take()), film);
    var hearing = new Missing(film.then());
    var key = piece.place().key(AudioSteps.AUDIO, KEPT);
    var form = AudioRequest.Form.KEPT;
    var sound =
        clip.flatMap(
            made ->
                hearing.need(
                    memo.once(key, () -> AudioSteps.step(key, made.video(), form, tools))));
    if (sound.isEmpty()) {
      if (clip.isEmpty()) {
        hearing.expect(key, tools.composer().id(), AudioSteps.EXPECTED);
      }
      var length = talk.lengthOf(piece, seen).time();
      words.expect(piece.place(), talk.text(piece), length, false, hearing.then());
      return null;
    }
    var recording = new Recording(sound.get().audio(), sound.get().duration(), List.of());
    return words
        .words(piece.place(), talk.text(piece), recording, port)
        .map(heard -> shot(piece, recording, heard, clip))
        .orElse(null);
  }

  private Optional<ClipResult> clip(
      Piece piece, Optional<Face.Shown> shown, Said said, StepPort port) {
    if (shown.isEmpty()) {
      talker.expect(piece.place(), face.standIn(), said, port);
      return Optional.empty();
    }
    var key = piece.place().key(talker.kind());
    return port.need(memo.once(key, () -> talker.step(piece.place(), shown.get(), said)));
  }

  private Optional<Recording> recording(Piece piece, StepPort port) {
    var file = talk.recording();
    if (file != null) {
      var key = Place.WHOLE.key(UserFiles.IMPORT, "speech");
      return port.need(memo.once(key, () -> files.imported(key, file)))
          .map(own -> new Recording(own.file(), own.info().duration(), List.of()));
    }
    var key = piece.place().key(Voices.SPEECH);
    return port.need(memo.once(key, () -> voices.step(key, talk.speech(piece))))
        .map(made -> new Recording(made.audio(), made.duration(), made.words()));
  }

  private Shot shot(Piece piece, Recording recording, Heard heard, Optional<ClipResult> clip) {
    var lead = talk.leadOf(piece);
    var placed = heard.words().stream().map(word -> word.shifted(lead)).toList();
    var language = Objects.requireNonNullElse(heard.language(), talk.language());
    return new Shot(
        piece.place(),
        SceneTimes.frames(lead, recording.length(), talk.pauseOf(piece)),
        new Sound(recording.audio(), lead, recording.length()),
        placed,
        segmenter.segment(placed, language),
        clip.map(made -> visual(made, lead)).orElse(null),
        true);
  }

  /** The mouth opens when the voice begins, so the first frame waits as long as the voice does. */
  private static Visual visual(ClipResult clip, Duration lead) {
    return new Visual.Footage(clip.video(), Fit.BLURRED_FILL, lead.negated());
  }

  private Said standIn(Piece piece, Duration length) {
    var file = talk.recording();
    var recording = file == null ? StandIn.recording(length) : UserFiles.standIn(file, seen);
    return new Said(null, recording, length, piece.take());
  }

  private boolean isTimed(Piece piece) {
    return talk.speaker() == Speaker.OURS
        && voices.voice(talk.speech(piece)).capabilities().has(Feature.WORD_TIMINGS);
  }

  /** Checks what is said, piece by piece. */
  void check(TalkingChecks checks) {
    var known = face.need(files, new Memo(), new PlanPort(tools.ledger())).orElseGet(face::standIn);
    for (var piece : talk.pieces()) {
      var length = talk.lengthOf(piece, seen).time();
      var field = checks.field(piece);
      if (talk.speaker() == Speaker.OURS) {
        talker.checkExpected(
            face.standIn(), length, time -> standIn(piece, time), field, checks.list());
      } else {
        var said =
            talk.speaker() == Speaker.THEIRS
                ? new Said(piece.said(), null, null, piece.take())
                : standIn(piece, length);
        talker.check(known, said, field, checks.list());
      }
    }
  }
}
