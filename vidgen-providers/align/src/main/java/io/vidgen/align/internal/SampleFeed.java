package io.vidgen.align.internal;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataProcessingException;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Hands samples to the front end, block by block. */
final class SampleFeed extends BaseDataProcessor {
  private static final int BLOCK = 1600;
  private static final double FULL_SCALE = 32_768;

  private final Source source;
  private float[] samples = {};
  private int at;
  private long count;
  private boolean started;
  private boolean ended;
  private int noise = 1;

  /** Where samples come from. */
  interface Source {
    /** The next samples; empty at the end. */
    float[] next() throws IOException;
  }

  SampleFeed(Source source) {
    this.source = source;
  }

  @Override
  @SuppressWarnings("NullAway") // null is how Sphinx says that nothing follows
  public Data getData() throws DataProcessingException {
    if (!started) {
      started = true;
      return new DataStartSignal(Features.RATE, 0);
    }
    if (ended) {
      return null;
    }
    try {
      if (at == samples.length) {
        samples = source.next();
        at = 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (samples.length == 0) {
      ended = true;
      return new DataEndSignal(count * 1000 / Features.RATE, 0);
    }
    var values = new double[Math.min(BLOCK, samples.length - at)];
    for (int i = 0; i < values.length; i++) {
      values[i] = samples[at + i] * FULL_SCALE + dither();
    }
    at += values.length;
    var data = new DoubleData(values, Features.RATE, 0, count);
    count += values.length;
    return data;
  }

  /**
   * Voices make digital silence, which no model has ever heard: a bit of noise, always the same.
   */
  private double dither() {
    noise = noise * 1_664_525 + 1_013_904_223;
    return (noise >> 8) / (double) (1 << 23);
  }
}
