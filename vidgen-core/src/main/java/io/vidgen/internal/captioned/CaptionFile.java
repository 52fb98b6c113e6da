package io.vidgen.internal.captioned;

import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.internal.video.UserFiles.FileIdentity;
import io.vidgen.subtitle.Cue;
import io.vidgen.subtitle.SrtReader;
import io.vidgen.subtitle.SubtitleReader;
import io.vidgen.subtitle.WebVttReader;
import io.vidgen.subtitle.WordInterpolator;
import io.vidgen.subtitle.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finished captions that a request brings. */
final class CaptionFile {
  private CaptionFile() {}

  static Step<CuesResult> step(StepKey key, Path file, Locale language) {
    var source = file.toAbsolutePath().normalize();
    return Steps.local(
        key,
        CuesResult.class,
        new Recipe("subtitle", "cues-1"),
        new CuesRequest(FileIdentity.of(source), language),
        Duration.ofMillis(50),
        context -> new CuesResult(read(source, language)));
  }

  /** What the cues depend on. */
  private record CuesRequest(FileIdentity file, Locale language) {}

  static List<Cue> read(Path file, Locale language) throws IOException {
    return reader(file).read(file, language).cues().stream()
        .sorted(Comparator.comparing(Cue::start))
        .map(cue -> timed(cue, language))
        .filter(cue -> !cue.lines().isEmpty())
        .toList();
  }

  private static SubtitleReader reader(Path file) throws IOException {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".srt")) {
      return new SrtReader();
    } else if (name.endsWith(".vtt")) {
      return new WebVttReader();
    }
    throw new IOException("captions must be .srt or .vtt, not " + name);
  }

  /** Lines are made of their words, so that each word is found again where it is shown. */
  private static Cue timed(Cue cue, Locale language) {
    if (!cue.words().isEmpty()) {
      return cue;
    }
    var words = new ArrayList<String>();
    var lines = new ArrayList<String>();
    for (var line : cue.lines()) {
      var own = Words.split(line, language);
      words.addAll(own);
      lines.add(Words.join(own));
    }
    var times =
        words.isEmpty()
            ? List.<io.vidgen.model.WordTiming>of()
            : WordInterpolator.spread(words, cue.start(), cue.end());
    return new Cue(cue.start(), cue.end(), lines, times, cue.identifier(), cue.settings());
  }
}
