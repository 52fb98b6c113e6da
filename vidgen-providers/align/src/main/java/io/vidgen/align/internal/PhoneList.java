package io.vidgen.align.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vidgen.align.internal.AcousticModel.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Reads which phones a model knows and which senones each has between which others: a line for each
 * phone alone, then a line for each triphone ({@code base left right place attribute matrix
 * senones… N}).
 */
final class PhoneList {
  private static final String FIRST_COLUMNS = "#base";

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<int[]> sequences = new ArrayList<>();
  private final Map<List<Integer>, Integer> known = new HashMap<>();
  private int[] triphones = {};
  private int[] phoneOfSenone = {};

  private PhoneList() {}

  /**
   * What is in the file.
   *
   * @param names the phones
   * @param sequences different rows of senones; the first ones are of the phones alone
   * @param triphones by {@link AcousticModel#slot}: index of a row, -1 where there is none
   * @param phoneOfSenone by senone: the phone whose Gaussians it mixes
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Phones(List<String> names, int[][] sequences, int[] triphones, int[] phoneOfSenone) {}

  static Phones read(URL url) throws IOException {
    var list = new PhoneList();
    try (var lines = new BufferedReader(new InputStreamReader(url.openStream(), US_ASCII))) {
      var line = lines.readLine();
      int senones = 0;
      while (line != null && !line.startsWith(FIRST_COLUMNS)) {
        if (line.endsWith("n_tied_state")) {
          senones = Integer.parseInt(line.substring(0, line.indexOf(' ')));
        }
        line = lines.readLine();
      }
      list.phoneOfSenone = new int[senones];
      for (line = lines.readLine(); line != null; line = lines.readLine()) {
        list.add(new StringTokenizer(line));
      }
    }
    return new Phones(
        list.names, list.sequences.toArray(int[][]::new), list.triphones, list.phoneOfSenone);
  }

  private void add(StringTokenizer columns) {
    var base = columns.nextToken();
    var left = columns.nextToken();
    var right = columns.nextToken();
    var place = columns.nextToken();
    columns.nextToken();
    columns.nextToken();
    var senones = new int[AcousticModel.STATES];
    for (int i = 0; i < senones.length; i++) {
      senones[i] = Integer.parseInt(columns.nextToken());
    }
    if (left.equals("-")) {
      numbers.put(base, names.size());
      names.add(base);
      sequences.add(senones);
    } else {
      if (triphones.length == 0) {
        triphones = new int[names.size() * names.size() * names.size() * Place.COUNT];
        Arrays.fill(triphones, -1);
      }
      triphones[
              AcousticModel.slot(
                  names.size(), number(base), number(left), number(right), place(place))] =
          sequence(senones);
    }
    for (int senone : senones) {
      phoneOfSenone[senone] = number(base);
    }
  }

  private int sequence(int[] senones) {
    var key = List.of(senones[0], senones[1], senones[2]);
    var index = known.putIfAbsent(key, sequences.size());
    if (index == null) {
      sequences.add(senones);
      return sequences.size() - 1;
    }
    return index;
  }

  private int number(String phone) {
    return numbers.getOrDefault(phone, 0);
  }

  private static Place place(String letter) {
    return switch (letter) {
      case "b" -> Place.BEGIN;
      case "e" -> Place.END;
      case "s" -> Place.ALONE;
      default -> Place.INSIDE;
    };
  }
}
