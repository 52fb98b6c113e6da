package io.vidgen.internal.video;

import io.vidgen.internal.video.WholeSteps.CaptionRequest;
import io.vidgen.internal.video.WholeSteps.CueRequest;
import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.CallContext;
import io.vidgen.subtitle.AssWriter;
import io.vidgen.subtitle.CaptionTrack;
import io.vidgen.subtitle.Cue;
import io.vidgen.subtitle.CueSegmenter;
import io.vidgen.subtitle.SrtWriter;
import io.vidgen.subtitle.TimedWords;
import io.vidgen.subtitle.WebVttWriter;
import io.vidgen.subtitle.WordsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;

/** Writes the captions of the whole video in every format. */
final class CaptionWriter {
  private CaptionWriter() {}

  static CaptionFiles write(CaptionRequest asked, CallContext context) throws IOException {
    var segmenter = new CueSegmenter(asked.options());
    var cues = new ArrayList<Cue>();
    var words = new ArrayList<WordTiming>();
    for (var scene : asked.scenes()) {
      // Scene by scene, as they are burned in, so that no cue runs over a change of picture.
      for (var cue : segmenter.segment(scene.words(), asked.language()).cues()) {
        cues.add(CaptionOffset.shift(cue, scene.start()));
      }
      scene.words().forEach(word -> words.add(word.shifted(scene.start())));
    }
    return write(
        new CueRequest(cues, words, asked.style(), asked.width(), asked.height(), asked.language()),
        context);
  }

  static CaptionFiles write(CueRequest asked, CallContext context) throws IOException {
    var track = CaptionTrack.of(asked.cues(), asked.language());
    return new CaptionFiles(
        store(
            context,
            "captions.ass",
            "text/x-ssa",
            AssWriter.write(track, asked.style(), asked.width(), asked.height())),
        store(context, "captions.srt", "application/x-subrip", SrtWriter.write(track)),
        store(context, "captions.vtt", "text/vtt", WebVttWriter.write(track)),
        store(
            context,
            "words.json",
            "application/json",
            new WordsJson().write(new TimedWords(asked.language(), asked.words()))));
  }

  private static Artifact store(CallContext context, String name, String type, String text)
      throws IOException {
    var file = context.workDirectory().resolve(name);
    Files.writeString(file, text);
    return context.store(file, type);
  }
}
