package io.vidgen.align.internal;

import io.vidgen.align.internal.AcousticModel.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * The states that a recording of a text goes through: before each word and after the last some
 * silence or something else, then one of the ways to say the word. States lie one after the other
 * in arrays; a step leads to the next one.
 */
final class WordGraph {
  /** States before each word: three of silence, one of any other sound. */
  static final int BETWEEN = AcousticModel.STATES + 1;

  static final int OTHER_SOUND = -1;

  /** By state: its senone, or {@link #OTHER_SOUND}. */
  final int[] senones;

  /** By state: logarithm of staying. */
  final float[] stays;

  /** By state: logarithm of coming from the state before, minus infinity at the start of a way. */
  final float[] steps;

  /** By state: logarithm of going on to what follows, minus infinity but at the end of a way. */
  final float[] leaves;

  /** By word: where its silence begins; its ways follow; one more at the end. */
  final int[] starts;

  private WordGraph(Builder built) {
    int size = built.senones.size();
    this.senones = new int[size];
    this.stays = new float[size];
    this.steps = new float[size];
    this.leaves = new float[size];
    for (int i = 0; i < size; i++) {
      senones[i] = built.senones.get(i);
      stays[i] = built.stays.get(i);
      steps[i] = built.steps.get(i);
      leaves[i] = built.leaves.get(i);
    }
    this.starts = built.starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Builds the graph of a text.
   *
   * @param words ways to say each word, at least one each
   */
  static WordGraph of(AcousticModel model, List<List<int[]>> words) {
    var builder = new Builder(model);
    for (int i = 0; i < words.size(); i++) {
      builder.between();
      int left = i == 0 ? model.silence : last(words.get(i - 1).get(0));
      int right = i + 1 == words.size() ? model.silence : words.get(i + 1).get(0)[0];
      for (var way : words.get(i)) {
        builder.way(way, left, right);
      }
    }
    builder.between();
    return new WordGraph(builder);
  }

  int words() {
    return starts.length - 1;
  }

  private static int last(int[] phones) {
    return phones[phones.length - 1];
  }

  private static final class Builder {
    private static final float NEVER = Float.NEGATIVE_INFINITY;

    private final AcousticModel model;
    private final List<Integer> senones = new ArrayList<>();
    private final List<Float> stays = new ArrayList<>();
    private final List<Float> steps = new ArrayList<>();
    private final List<Float> leaves = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Builder(AcousticModel model) {
      this.model = model;
    }

    void between() {
      starts.add(senones.size());
      phones(new int[] {model.silence}, model.silence, model.silence);
      senones.add(OTHER_SOUND);
      stays.add(0f);
      steps.add(NEVER);
      leaves.add(0f);
    }

    void way(int[] phones, int left, int right) {
      phones(phones, left, right);
    }

    private void phones(int[] phones, int left, int right) {
      float arriving = NEVER;
      for (int i = 0; i < phones.length; i++) {
        boolean last = i + 1 == phones.length;
        int before = i == 0 ? left : phones[i - 1];
        int after = last ? right : phones[i + 1];
        var own = model.senones(phones[i], before, after, place(i, phones.length));
        var transitions = model.transitions[phones[i]];
        for (int state = 0; state < AcousticModel.STATES; state++) {
          boolean end = state + 1 == AcousticModel.STATES;
          senones.add(own[state]);
          stays.add(transitions[state][state]);
          steps.add(state == 0 ? arriving : transitions[state - 1][state]);
          leaves.add(last && end ? transitions[state][AcousticModel.STATES] : NEVER);
        }
        arriving = transitions[AcousticModel.STATES - 1][AcousticModel.STATES];
      }
    }

    private static Place place(int at, int length) {
      if (length == 1) {
        return Place.ALONE;
      }
      return at == 0 ? Place.BEGIN : at + 1 == length ? Place.END : Place.INSIDE;
    }
  }
}
