package io.vidgen.sandbox.internal.whisper;

import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.sandbox.internal.whisper.Hearing.Word;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Hears what the sandbox knows, truly or not. */
final class Ears {
  private final Studio studio;
  private volatile int percent;

  Ears(Studio studio) {
    this.studio = studio;
  }

  void mishear(int share) {
    percent = share;
  }

  /** Throws {@link IOException} for what is no sound. */
  Hearing hear(Path file, String language) throws IOException, InterruptedException {
    double seconds = studio.media().soundLength(file).toMillis() / 1000.0;
    var heard = studio.spoken().hear(file);
    if (heard.isEmpty()) {
      return new Hearing(language, seconds, List.of());
    }
    var known = heard.get();
    var truth =
        new Hearing(known.language(), seconds, known.words().stream().map(Word::of).toList());
    return percent == 0
        ? truth
        : Mishearing.of(truth, percent, studio.dice().next("whisper mishears"));
  }
}
