package io.vidgen.rest.internal.whisper;

import io.vidgen.audio.ResampledInput;
import io.vidgen.audio.WavInput;
import io.vidgen.audio.WavWriter;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a recording as 16 kHz mono, which is what Whisper hears anyway: a sixth of 48 kHz stereo.
 * Where that is more than one upload may be, it is cut at the quietest moment of the last part, so
 * that no word is. Holds half a minute of sound at most.
 */
final class WavParts {
  static final int RATE = 16_000;

  private static final int HEADER_BYTES = 44;
  private static final int SEARCH_SAMPLES = 30 * RATE;
  private static final int FRAME = RATE / 100;

  /** How long a silence is looked for, in frames of 10 ms. */
  private static final int SILENCE_FRAMES = 30;

  private final CallContext context;
  private final int most;
  private final int search;
  private final List<Upload> parts = new ArrayList<>();
  private float[] pending = {};
  private long begin;
  private long written;
  private WavWriter writer;
  private Path file;

  private WavParts(CallContext context, long mostBytes) throws IOException {
    this.context = context;
    this.most = (int) Math.min(Integer.MAX_VALUE / 2, (mostBytes - HEADER_BYTES) / 2);
    this.search = Math.min(SEARCH_SAMPLES, most / 4);
    this.file = next();
    this.writer = new WavWriter(file, RATE);
  }

  /** The parts in order, at least one. */
  static List<Upload> write(Path wav, long mostBytes, CallContext context) throws IOException {
    try (var in = new WavInput(wav)) {
      var parts = new WavParts(context, mostBytes);
      try {
        var sound = new ResampledInput(in, RATE);
        for (var block = sound.next(); block.length > 0; block = sound.next()) {
          Unwanted.check(context);
          parts.add(block);
        }
        parts.finish(parts.pending.length);
        return parts.parts;
      } finally {
        parts.writer.close();
      }
    }
  }

  private void add(float[] block) throws IOException {
    int old = pending.length;
    pending = Arrays.copyOf(pending, old + block.length);
    System.arraycopy(block, 0, pending, old, block.length);
    while (written + pending.length > most) {
      int room = (int) (most - written);
      int cut = quietest(Math.max(0, room - search), room);
      finish(cut);
      file = next();
      writer = new WavWriter(file, RATE);
    }
    if (pending.length > search && written + pending.length + search < most) {
      flush(pending.length - search);
    }
  }

  /** The middle of the quietest third of a second between two samples. */
  private int quietest(int from, int to) {
    int frames = (to - from) / FRAME;
    var energies = new double[frames];
    for (int i = 0; i < frames; i++) {
      for (int k = from + i * FRAME; k < from + (i + 1) * FRAME; k++) {
        energies[i] += (double) pending[k] * pending[k];
      }
    }
    int window = Math.min(SILENCE_FRAMES, frames);
    double sum = 0;
    double least = Double.MAX_VALUE;
    int best = frames;
    for (int i = 0; i < frames; i++) {
      sum += energies[i] - (i >= window ? energies[i - window] : 0);
      // The last of equals makes the fewest parts; rounding must not hide an equal one.
      if (i + 1 >= window && sum <= least + 1e-9) {
        least = sum;
        best = i + 1 - window / 2;
      }
    }
    return from + best * FRAME;
  }

  private void flush(int count) throws IOException {
    writer.write(pending, count);
    written += count;
    pending = Arrays.copyOfRange(pending, count, pending.length);
  }

  private void finish(int count) throws IOException {
    flush(count);
    writer.close();
    parts.add(new Upload(file, "audio/wav", "wav", seconds(begin), seconds(written)));
    begin += written;
    written = 0;
  }

  private Path next() throws IOException {
    return context.workDirectory().resolve("part-" + (parts.size() + 1) + ".wav");
  }

  private static double seconds(long samples) {
    return (double) samples / RATE;
  }
}
