package io.vidgen.internal.captioned;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.Listeners;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Captioned;
import io.vidgen.spi.MediaInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How captions are put on a video. Used by one thread. */
public final class CaptionedProduction implements Production {
  private static final String OTHERWISE =
      "give finished captions by captions(...) or the text by text(...)";

  private final Captioned request;
  private final Toolbox tools;
  private @Nullable MediaInfo seen;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public CaptionedProduction(Captioned request, Toolbox tools) {
    this.request = request;
    this.tools = tools;
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    seen = list.media(request.video(), "video", Holds.MOVING_PICTURE);
    var file = request.captionFile();
    if (file != null) {
      checkFile(file, list);
    } else {
      checkSpeech(list);
    }
    return list.problems();
  }

  private void checkFile(Path file, Checklist list) {
    if (!list.readable(file, "captions")) {
      return;
    }
    try {
      for (var cue : CaptionFile.read(file, Locale.ROOT)) {
        list.glyphs(cue.text(), "captions");
      }
    } catch (IOException | VidgenException e) {
      list.add(
          Problem.error(
              "captions", file + " cannot be used: " + e.getMessage(), "give another file"));
    }
  }

  private void checkSpeech(Checklist list) {
    var text = CaptionedWords.text(request);
    if (request.text() != null) {
      list.glyphs(request.text(), "text");
    }
    if (seen != null && seen.audio() == null) {
      list.add(
          Problem.error(
              "video",
              request.video() + " has no sound to find words in",
              "give finished captions by captions(...)"));
      return;
    }
    boolean known = request.text() != null;
    var listeners = new Listeners(tools);
    var length = new Listeners.Length(CaptionedWords.length(seen), seen == null);
    listeners.check(text, length, known ? null : "transcription provider", OTHERWISE, list);
    if (known && !listeners.canHear(text)) {
      list.add(
          Problem.warning(
              "text",
              "nothing can find the times of its words: they are spread over the whole video",
              "add vidgen-providers-align, or name a transcription provider"));
    }
  }

  @Override
  public Flow<FinishedVideo> flow() {
    return new CaptionedFlow(request, tools, seen);
  }
}
