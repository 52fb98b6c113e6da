package io.vidgen.align.internal;

import java.util.List;

/**
 * How phones sound: immutable, in natural logarithms, shared by all calls. A phone has three states
 * in a row; the state of a phone between two others is one of a few thousand kinds, called senones,
 * each a mixture of the 128 Gaussians of its phone in three streams of features.
 */
final class AcousticModel {
  static final int STREAMS = 3;
  static final int STREAM_SIZE = 13;
  static final int STATES = 3;

  /** Where in its word a phone stands. */
  enum Place {
    BEGIN(0),
    INSIDE(1),
    END(2),
    ALONE(3);

    static final int COUNT = 4;

    private final int number;

    Place(int number) {
      this.number = number;
    }
  }

  final List<String> phones;
  final int silence;
  final int gaussians;

  /** By phone and stream: means one after the other. */
  final float[][][] means;

  /** By phone and stream: -1 / (2 variance). */
  final float[][][] precisions;

  /** By phone, stream and Gaussian. */
  final float[][][] constants;

  /** By senone: streams one after the other. */
  final float[][] weights;

  final int[] phoneOfSenone;

  /** By phone: from state, to state; the last column leaves the phone. */
  final float[][][] transitions;

  private final int[][] sequences;
  private final int[] triphones;

  AcousticModel(Parts parts) {
    this.phones = List.copyOf(parts.phones());
    this.silence = phones.indexOf("SIL");
    this.means = parts.means();
    this.precisions = parts.precisions();
    this.constants = parts.constants();
    this.gaussians = constants[0][0].length;
    this.weights = parts.weights();
    this.phoneOfSenone = parts.phoneOfSenone();
    this.transitions = parts.transitions();
    this.sequences = parts.sequences();
    this.triphones = parts.triphones();
  }

  /**
   * What a model is made of.
   *
   * @param sequences senones of the three states; the first ones are of the phones alone
   * @param triphones by {@link #slot}: index of a sequence, -1 where the model has none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Parts(
      List<String> phones,
      float[][][] means,
      float[][][] precisions,
      float[][][] constants,
      float[][] weights,
      int[] phoneOfSenone,
      float[][][] transitions,
      int[][] sequences,
      int[] triphones) {}

  static int slot(int phones, int phone, int left, int right, Place place) {
    return ((phone * phones + left) * phones + right) * Place.COUNT + place.number;
  }

  /** Number of a phone, -1 when the model does not know it. */
  int phone(String name) {
    return phones.indexOf(name);
  }

  /** The senones of a phone alone. */
  int[] senones(int phone) {
    return sequences[phone];
  }

  /** The senones of a phone between two others; the nearest that the model has. */
  int[] senones(int phone, int left, int right, Place place) {
    if (phone == silence) {
      return sequences[phone];
    }
    int count = phones.size();
    int found = triphones[slot(count, phone, left, right, place)];
    for (var other : Place.values()) {
      found = found >= 0 ? found : triphones[slot(count, phone, left, right, other)];
    }
    found = found >= 0 ? found : triphones[slot(count, phone, silence, right, place)];
    found = found >= 0 ? found : triphones[slot(count, phone, left, silence, place)];
    return sequences[found >= 0 ? found : phone];
  }
}
