package io.vidgen.align.internal;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.DataProcessor;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.frequencywarp.MelFrequencyFilterBank;
import edu.cmu.sphinx.frontend.transform.DiscreteCosineTransform2;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.transform.Lifter;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What the acoustic model hears of a recording: each 10 ms, 13 cepstra less their mean, how they
 * change, and how that changes. Parameters are those of the model's feat.params.
 */
final class Features {
  static final int RATE = 16_000;
  static final long FRAME_MILLIS = 10;

  private static final int SIZE = AcousticModel.STREAM_SIZE;
  private static final int MOST_FRAMES = 30 * 60 * 100;

  /**
   * Frames 39 dB under the loudest do not count as speech. The first cepstrum is five times the
   * mean of 25 natural logarithms of power.
   */
  private static final float QUIET = 5 * 9;

  /** Speech is mostly less than 15 dB under its own mean. */
  private static final double SPEECH = 5 * 3.5;

  private final List<float[]> cepstra;
  private final double[] mean = new double[SIZE];
  private final float loud;

  private Features(List<float[]> cepstra) {
    this.cepstra = cepstra;
    float highest = Float.NEGATIVE_INFINITY;
    for (var frame : cepstra) {
      highest = Math.max(highest, frame[0]);
    }
    this.loud = highest - QUIET;
    int count = 0;
    for (var frame : cepstra) {
      if (frame[0] >= loud) {
        count++;
        for (int k = 0; k < SIZE; k++) {
          mean[k] += frame[k];
        }
      }
    }
    for (int k = 0; k < SIZE; k++) {
      mean[k] /= Math.max(1, count);
    }
  }

  static Features of(SampleFeed.Source source, CallGuard guard)
      throws IOException, InterruptedException {
    DataProcessor last = new SampleFeed(source);
    for (BaseDataProcessor next :
        List.of(
            new Preemphasizer(0.97),
            new RaisedCosineWindower(0.46, 25.625f, 10),
            new DiscreteFourierTransform(-1, false),
            new MelFrequencyFilterBank(130, 6800, 25),
            new DiscreteCosineTransform2(25, SIZE),
            new Lifter(22))) {
      next.setPredecessor(last);
      next.initialize();
      last = next;
    }
    List<float[]> cepstra = new ArrayList<>();
    try {
      for (var data = last.getData(); data != null; data = last.getData()) {
        if (data instanceof DoubleData frame) {
          cepstra.add(floats(frame.getValues()));
          guard.check(cepstra.size());
          if (cepstra.size() > MOST_FRAMES) {
            throw VidgenException.of(
                FailureKind.LOCAL, "the recording is longer than 30 minutes", "cut it into parts");
          }
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Features(cepstra);
  }

  int count() {
    return cepstra.size();
  }

  /** Whether a frame may be speech. */
  boolean isLoud(int frame) {
    return cepstra.get(frame)[0] >= loud;
  }

  /** How loud a frame is, five for each power of e. */
  float level(int frame) {
    return cepstra.get(frame)[0];
  }

  /** The least level of a voice that speaks in some frames; quieter ones there are pauses. */
  double speechLevel(BitSet frames) {
    double mean =
        frames.stream().filter(this::isLoud).mapToDouble(this::level).average().orElse(loud);
    return Math.max(loud, mean - SPEECH);
  }

  /** Fills what the model wants to know of a frame. */
  void read(int frame, float[] target) {
    for (int k = 0; k < SIZE; k++) {
      target[k] = at(frame, k);
      target[SIZE + k] = at(frame + 2, k) - at(frame - 2, k);
      target[2 * SIZE + k] =
          at(frame + 3, k) - at(frame - 1, k) - (at(frame + 1, k) - at(frame - 3, k));
    }
  }

  private float at(int frame, int k) {
    int inside = Math.max(0, Math.min(cepstra.size() - 1, frame));
    return (float) (cepstra.get(inside)[k] - mean[k]);
  }

  private static float[] floats(double[] values) {
    var floats = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
