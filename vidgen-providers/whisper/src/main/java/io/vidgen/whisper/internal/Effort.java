package io.vidgen.whisper.internal;

import java.time.Duration;

/**
 * How long a model needs. Measured with two threads of a shared server, a window of half a minute
 * took 5.5 s with the tiny model and 4.6 s with the base one, neither of which had weights; larger
 * ones are reckoned by their layers.
 */
final class Effort {
  private static final int WINDOW_SECONDS = 30;
  private static final double BASE_SECONDS = 3;
  private static final double SECONDS_PER_WORK = 1.5;
  private static final int MEASURED_THREADS = 2;

  /** A machine may be slow or busy; a run that takes this much longer hangs. */
  private static final int PATIENCE = 20;

  private static final Duration LEAST = Duration.ofMinutes(2);

  private final ModelHeader model;
  private final int threads;

  Effort(ModelHeader model, int threads) {
    this.model = model;
    this.threads = threads;
  }

  /** What a recording usually takes. */
  Duration usual(Duration length) {
    long windows = Math.max(1, (length.toSeconds() + WINDOW_SECONDS - 1) / WINDOW_SECONDS);
    double scale = (double) MEASURED_THREADS / threads;
    double seconds = windows * (BASE_SECONDS + SECONDS_PER_WORK * model.work()) * scale;
    // the file is read first, half a gigabyte a second
    return Duration.ofMillis(Math.round(1000 * seconds + model.bytes() / 500_000.0) + 200);
  }

  /** What a run may take. */
  Duration limit(Duration length) {
    return LEAST.plus(usual(length).multipliedBy(PATIENCE));
  }
}
