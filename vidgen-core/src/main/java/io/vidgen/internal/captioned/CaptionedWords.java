package io.vidgen.internal.captioned;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.ImportResult;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.UserFiles;
import io.vidgen.job.Captioned;
import io.vidgen.model.WordTiming;
import io.vidgen.script.ScriptParseException;
import io.vidgen.script.ScriptParser;
import io.vidgen.spi.MediaInfo;
import io.vidgen.subtitle.Cue;
import io.vidgen.subtitle.CueSegmenter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The captions of a video: the user's own, or what is said in it. */
final class CaptionedWords {
  private static final Duration UNKNOWN_LENGTH = Duration.ofMinutes(1);

  private final Captioned request;
  private final SpokenWords words;
  private final CueSegmenter segmenter;
  private final Memo memo;

  CaptionedWords(Captioned request, Toolbox tools, Memo memo) {
    this.request = request;
    this.memo = memo;
    this.words = new SpokenWords(tools, memo);
    this.segmenter = new CueSegmenter(request.captionOptions());
  }

  /**
   * Captions.
   *
   * @param cues as they are shown
   * @param words their words
   * @param language their language
   */
  record Captions(List<Cue> cues, List<WordTiming> words, Locale language) {}

  /** Empty while steps are missing. */
  Optional<Captions> need(ImportResult video, StepPort port) {
    var file = request.captionFile();
    if (file != null) {
      var language = Objects.requireNonNullElse(request.language(), Locale.ROOT);
      var key = Place.WHOLE.key(UserFiles.IMPORT, "captions");
      return port.need(memo.once(key, () -> CaptionFile.step(key, file, language)))
          .map(read -> captions(read.cues(), language));
    }
    var recording = new SpokenWords.Recording(video.file(), video.info().duration(), List.of());
    return words.words(Place.WHOLE, text(request), recording, port).map(this::captions);
  }

  private Captions captions(SpokenWords.Heard heard) {
    var language = Objects.requireNonNullElse(heard.language(), Locale.ROOT);
    var cues = segmenter.segment(heard.words(), language).cues();
    return new Captions(cues, heard.words(), language);
  }

  private static Captions captions(List<Cue> cues, Locale language) {
    return new Captions(
        cues, cues.stream().flatMap(cue -> cue.words().stream()).toList(), language);
  }

  /** Announces the steps for a video that is not there yet. */
  void expect(@Nullable MediaInfo video, StepPort port) {
    if (request.captionFile() != null) {
      return;
    }
    words.expect(Place.WHOLE, text(request), length(video), false, port);
  }

  static Duration length(@Nullable MediaInfo video) {
    return video == null ? UNKNOWN_LENGTH : video.duration();
  }

  static SpokenWords.Text text(Captioned request) {
    var said = request.text() == null ? "" : request.text();
    return new SpokenWords.Text(said, said, language(request, said), request.take());
  }

  /** An aligner must know the language; the text tells it as well as the sound does. */
  private static @Nullable Locale language(Captioned request, String said) {
    if (request.language() != null || said.isBlank()) {
      return request.language();
    }
    try {
      return ScriptParser.ofDefaults().parse(said).language();
    } catch (ScriptParseException e) {
      return Locale.ENGLISH;
    }
  }
}
