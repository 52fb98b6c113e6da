package io.vidgen.offline.internal.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what to draw in the words of a prompt. */
final class Lexicon {
  private static final double FADE = 0.08;
  private static final List<String> ENDINGS = List.of("", "s", "es", "x", "n", "en", "ing", "ed");

  private final Map<String, List<Motif>> motifs = new HashMap<>();
  private final Map<String, List<Tone>> tones = new HashMap<>();
  private final Set<String> people = new HashSet<>();

  private Lexicon() {}

  /** Reads the words that come with the library. */
  static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    try (InputStream in = Lexicon.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("words.txt is missing from this jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        lexicon.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lexicon;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    if (line.startsWith("#") || colon < 0) {
      return;
    }
    String[] key = line.substring(0, colon).split(" ", -1);
    for (String word : line.substring(colon + 1).strip().split(" +", -1)) {
      switch (key[0]) {
        case "motif" -> put(motifs, word, Motif.valueOf(key[1]));
        case "tone" -> put(tones, word, Tone.valueOf(key[1]));
        default -> people.add(word);
      }
    }
  }

  private static <T> void put(Map<String, List<T>> map, String word, T value) {
    List<T> values = map.computeIfAbsent(word, w -> new ArrayList<>());
    if (!values.contains(value)) {
      values.add(value);
    }
  }

  /** The motif that most words speak for, early words more than late ones. */
  Optional<Motif> motif(String prompt) {
    return most(prompt, motifs, new EnumMap<>(Motif.class));
  }

  /** The light that most words speak for. */
  Optional<Tone> tone(String prompt) {
    return most(prompt, tones, new EnumMap<>(Tone.class));
  }

  /** Whether somebody is in the picture. */
  boolean person(String prompt) {
    return words(prompt).stream().anyMatch(people::contains);
  }

  private static <T extends Enum<T>> Optional<T> most(
      String prompt, Map<String, List<T>> known, EnumMap<T, Double> scores) {
    List<String> words = words(prompt);
    for (int i = 0; i < words.size(); i++) {
      for (T value : find(words.get(i), known)) {
        scores.merge(value, 1 / (1 + FADE * i), Double::sum);
      }
    }
    T best = null;
    double highest = 0;
    for (Map.Entry<T, Double> entry : scores.entrySet()) {
      if (entry.getValue() > highest) {
        highest = entry.getValue();
        best = entry.getKey();
      }
    }
    return Optional.ofNullable(best);
  }

  private static <T> List<T> find(String word, Map<String, List<T>> known) {
    for (String ending : ENDINGS) {
      int stem = word.length() - ending.length();
      if (word.endsWith(ending) && (ending.isEmpty() || stem >= 3)) {
        List<T> found = known.get(word.substring(0, stem));
        if (found != null) {
          return found;
        }
      }
    }
    return List.of();
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("œ", "oe")
            .replace("ß", "ss");
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
