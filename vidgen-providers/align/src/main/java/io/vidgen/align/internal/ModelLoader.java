package io.vidgen.align.internal;

import static io.vidgen.align.internal.AcousticModel.STATES;
import static io.vidgen.align.internal.AcousticModel.STREAMS;
import static io.vidgen.align.internal.AcousticModel.STREAM_SIZE;

import io.vidgen.align.internal.PhoneList.Phones;
import java.io.IOException;
import java.net.URL;

/**
 * Reads the English model that comes with Sphinx4. Its own loader takes seconds and an object for
 * each of 137,000 triphones, and its scorer is not made for several threads.
 */
final class ModelLoader {
  private static final String DIRECTORY = "edu/cmu/sphinx/models/en-us/";
  private static final int GAUSSIANS = 128;
  private static final float WEIGHT_FLOOR = 1e-7f;
  private static final float VARIANCE_FLOOR = 1e-4f;

  private final Phones phones;
  private final int count;

  private ModelLoader(Phones phones) {
    this.phones = phones;
    this.count = phones.names().size();
  }

  static AcousticModel load() throws IOException {
    return new ModelLoader(PhoneList.read(resource("en-us/mdef"))).read();
  }

  static URL dictionary() throws IOException {
    return resource("cmudict-en-us.dict");
  }

  private static URL resource(String name) throws IOException {
    var loader = edu.cmu.sphinx.frontend.DataProcessor.class.getClassLoader();
    var url = loader.getResource(DIRECTORY + name);
    if (url == null) {
      throw new IOException("no resource " + DIRECTORY + name);
    }
    return url;
  }

  private AcousticModel read() throws IOException {
    var constants = new float[count][STREAMS][];
    var means = densities("en-us/means");
    var precisions = densities("en-us/variances");
    for (int phone = 0; phone < count; phone++) {
      for (int stream = 0; stream < STREAMS; stream++) {
        constants[phone][stream] = toPrecisions(precisions[phone][stream]);
      }
    }
    return new AcousticModel(
        new AcousticModel.Parts(
            phones.names(),
            means,
            precisions,
            constants,
            weights(),
            phones.phoneOfSenone(),
            transitions(),
            phones.sequences(),
            phones.triphones()));
  }

  private float[][][] densities(String name) throws IOException {
    var file = ModelFile.open(resource(name));
    file.expect(count, STREAMS, GAUSSIANS);
    file.expect(STREAM_SIZE, STREAM_SIZE, STREAM_SIZE);
    file.expect(count * STREAMS * GAUSSIANS * STREAM_SIZE);
    var all = new float[count][STREAMS][];
    for (int phone = 0; phone < count; phone++) {
      for (int stream = 0; stream < STREAMS; stream++) {
        all[phone][stream] = file.floats(GAUSSIANS * STREAM_SIZE);
      }
    }
    return all;
  }

  /** Turns variances into what they are multiplied with; answers what each Gaussian starts from. */
  private static float[] toPrecisions(float[] variances) {
    var constants = new float[GAUSSIANS];
    for (int g = 0; g < GAUSSIANS; g++) {
      double sum = STREAM_SIZE * Math.log(2 * Math.PI);
      for (int i = g * STREAM_SIZE; i < (g + 1) * STREAM_SIZE; i++) {
        float variance = Math.max(VARIANCE_FLOOR, variances[i]);
        sum += Math.log(variance);
        variances[i] = -0.5f / variance;
      }
      constants[g] = (float) (-sum / 2);
    }
    return constants;
  }

  private float[][] weights() throws IOException {
    int senones = phones.phoneOfSenone().length;
    var file = ModelFile.open(resource("en-us/mixture_weights"));
    file.expect(senones, STREAMS, GAUSSIANS, senones * STREAMS * GAUSSIANS);
    var weights = new float[senones][];
    for (int senone = 0; senone < senones; senone++) {
      weights[senone] = file.floats(STREAMS * GAUSSIANS);
      for (int stream = 0; stream < STREAMS; stream++) {
        normalise(weights[senone], stream * GAUSSIANS, (stream + 1) * GAUSSIANS, WEIGHT_FLOOR);
      }
    }
    return weights;
  }

  private float[][][] transitions() throws IOException {
    var file = ModelFile.open(resource("en-us/transition_matrices"));
    file.expect(count, STATES, STATES + 1, count * STATES * (STATES + 1));
    var all = new float[count][STATES][];
    for (int phone = 0; phone < count; phone++) {
      for (int from = 0; from < STATES; from++) {
        all[phone][from] = file.floats(STATES + 1);
        normalise(all[phone][from], 0, STATES + 1, 0);
      }
    }
    return all;
  }

  /** From counts to natural logarithms of probabilities. */
  private static void normalise(float[] values, int from, int to, float floor) {
    float sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    for (int i = from; i < to; i++) {
      values[i] = (float) Math.log(Math.max(floor, sum > 0 ? values[i] / sum : 0));
    }
  }
}
