package io.vidgen.align.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pronunciations of 125,000 English words, looked up in the lines of the file as they are: a
 * map of them would take ten times the memory.
 */
final class Dictionary {
  private static final int MOST_VARIANTS = 4;

  private final byte[] lines;

  private Dictionary(byte[] lines) {
    this.lines = lines;
  }

  static Dictionary load() throws IOException {
    try (var in = ModelLoader.dictionary().openStream()) {
      return new Dictionary(in.readAllBytes());
    }
  }

  boolean knows(String word) {
    return find(word) != null;
  }

  /**
   * All ways to say a word.
   *
   * @param word lower case
   * @return phones of each way; empty when the word is not known
   */
  List<List<String>> pronunciations(String word) {
    List<List<String>> ways = new ArrayList<>();
    var phones = find(word);
    for (int variant = 2; phones != null && ways.size() < MOST_VARIANTS; variant++) {
      ways.add(Arrays.asList(phones.split(" ", -1)));
      phones = find(word + "(" + variant + ")");
    }
    return ways;
  }

  /** Lines are in the order of their bytes. */
  private @Nullable String find(String word) {
    var key = (word + " ").getBytes(US_ASCII);
    int low = 0;
    int high = lines.length;
    while (low < high) {
      int start = lineStart((low + high) / 2);
      int end = start;
      while (end < lines.length && lines[end] != '\n') {
        end++;
      }
      int order = compare(key, start, end);
      if (order == 0) {
        return new String(lines, start + key.length, end - start - key.length, US_ASCII).strip();
      } else if (order < 0) {
        high = start;
      } else {
        low = end + 1;
      }
    }
    return null;
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && lines[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int compare(byte[] key, int start, int end) {
    for (int i = 0; i < key.length; i++) {
      int other = start + i < end ? lines[start + i] : 0;
      if (key[i] != other) {
        return key[i] - other;
      }
    }
    return 0;
  }
}
