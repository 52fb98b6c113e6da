package io.vidgen.align.internal;

import java.util.Arrays;

/**
 * How well one frame of sound fits each senone, in natural logarithms, less how well it fits the
 * best phone whatever it is: so 0 is as good as speech gets, and a wrong word is far below. For one
 * call alone.
 */
final class FrameScorer {
  private static final int TOP = 4;
  private static final int STEPS = 64;
  private static final int RANGE = 12;

  private final AcousticModel model;
  private final float[] sums = sums();
  private final float[][] topScores;
  private final int[][] topGaussians;
  private final float[] scores;
  private final int[] scored;
  private final int[] seeds = new int[TOP];
  private int frame = -1;
  private float best;
  private float[] features = {};

  FrameScorer(AcousticModel model) {
    this.model = model;
    int count = model.phones.size();
    this.topScores = new float[count][AcousticModel.STREAMS * TOP];
    this.topGaussians = new int[count][AcousticModel.STREAMS * TOP];
    this.scores = new float[model.weights.length];
    this.scored = new int[model.weights.length];
    Arrays.fill(scored, -1);
    for (var gaussians : topGaussians) {
      Arrays.setAll(gaussians, i -> i % TOP);
    }
  }

  /** Goes to the next frame. */
  void next(float[] values) {
    features = values;
    frame++;
    best = Float.NEGATIVE_INFINITY;
    for (int phone = 0; phone < model.phones.size(); phone++) {
      for (int stream = 0; stream < AcousticModel.STREAMS; stream++) {
        findTop(phone, stream);
      }
      for (int senone : model.senones(phone)) {
        best = Math.max(best, raw(senone));
      }
    }
  }

  float score(int senone) {
    return raw(senone) - best;
  }

  private float raw(int senone) {
    if (scored[senone] != frame) {
      scored[senone] = frame;
      scores[senone] = mixture(senone);
    }
    return scores[senone];
  }

  private float mixture(int senone) {
    int phone = model.phoneOfSenone[senone];
    var weights = model.weights[senone];
    float total = 0;
    for (int stream = 0; stream < AcousticModel.STREAMS; stream++) {
      float sum = Float.NEGATIVE_INFINITY;
      for (int k = stream * TOP; k < (stream + 1) * TOP; k++) {
        int gaussian = topGaussians[phone][k];
        sum = add(sum, topScores[phone][k] + weights[stream * model.gaussians + gaussian]);
      }
      total += sum;
    }
    return total;
  }

  /**
   * The best few Gaussians stand for all: the others are far below. Those of the last frame come
   * first, because they are likely to be the best again, so that most others are soon given up.
   */
  private void findTop(int phone, int stream) {
    var top = topScores[phone];
    var which = topGaussians[phone];
    int first = stream * TOP;
    int last = first + TOP - 1;
    for (int k = 0; k < TOP; k++) {
      seeds[k] = which[first + k];
    }
    Arrays.fill(top, first, last + 1, Float.NEGATIVE_INFINITY);
    for (int k = 0; k < TOP; k++) {
      insert(top, which, first, last, seeds[k], gaussian(phone, stream, seeds[k], top[last]));
    }
    for (int g = 0; g < model.gaussians; g++) {
      float value = gaussian(phone, stream, g, top[last]);
      if (value > top[last] && !seeded(g)) {
        insert(top, which, first, last, g, value);
      }
    }
  }

  private boolean seeded(int gaussian) {
    for (int seed : seeds) {
      if (seed == gaussian) {
        return true;
      }
    }
    return false;
  }

  /** How well the frame fits a Gaussian, or something below {@code least}. */
  private float gaussian(int phone, int stream, int gaussian, float least) {
    var means = model.means[phone][stream];
    var precisions = model.precisions[phone][stream];
    float value = model.constants[phone][stream][gaussian];
    int from = stream * AcousticModel.STREAM_SIZE;
    int at = gaussian * AcousticModel.STREAM_SIZE;
    for (int k = 0; k < AcousticModel.STREAM_SIZE && value > least; k++) {
      float difference = features[from + k] - means[at + k];
      value += difference * difference * precisions[at + k];
    }
    return value;
  }

  private static void insert(
      float[] top, int[] which, int first, int last, int gaussian, float value) {
    if (!(value > top[last])) {
      return;
    }
    int place = last;
    while (place > first && top[place - 1] < value) {
      top[place] = top[place - 1];
      which[place] = which[place - 1];
      place--;
    }
    top[place] = value;
    which[place] = gaussian;
  }

  private float add(float a, float b) {
    float high = Math.max(a, b);
    float difference = high - Math.min(a, b);
    return difference >= RANGE ? high : high + sums[(int) (difference * STEPS)];
  }

  private static float[] sums() {
    var sums = new float[STEPS * RANGE];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (float) Math.log1p(Math.exp(-(i + 0.5) / STEPS));
    }
    return sums;
  }
}
