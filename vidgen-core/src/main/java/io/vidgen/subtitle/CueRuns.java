package io.vidgen.subtitle;

import java.util.ArrayList;
import java.util.List;

/** Finds a cue's timed words in its lines, so that they can be marked where they stand. */
final class CueRuns {

  /** Not a word: a space or punctuation between words. */
  static final int NO_WORD = -1;

  private CueRuns() {}

  /**
   * A piece of a line.
   *
   * @param text the text as it stands in the line
   * @param word the index of the word that it is, or {@link #NO_WORD}
   */
  record Run(String text, int word) {}

  /**
   * A line of a cue.
   *
   * @param text the whole line
   * @param runs its pieces in order
   */
  record Line(String text, List<Run> runs) {}

  /**
   * Cuts the lines into words and what is between them. Words are looked for in order; one that
   * does not stand in the lines gets no run.
   */
  static List<Line> of(Cue cue) {
    List<Line> lines = new ArrayList<>(cue.lines().size());
    int word = 0;
    for (String line : cue.lines()) {
      List<Run> runs = new ArrayList<>();
      int at = 0;
      int found = find(cue, word, line, at);
      while (found >= 0) {
        String text = cue.words().get(found).text().strip();
        int start = line.indexOf(text, at);
        add(runs, line.substring(at, start), NO_WORD);
        add(runs, text, found);
        at = start + text.length();
        word = found + 1;
        found = find(cue, word, line, at);
      }
      add(runs, line.substring(at), NO_WORD);
      lines.add(new Line(line, List.copyOf(runs)));
    }
    return List.copyOf(lines);
  }

  /** The next word that stands in the rest of the line; it skips words only for the next line. */
  private static int find(Cue cue, int word, String line, int at) {
    boolean here =
        word < cue.words().size() && line.indexOf(cue.words().get(word).text().strip(), at) >= 0;
    return here ? word : -1;
  }

  private static void add(List<Run> runs, String text, int word) {
    if (!text.isEmpty()) {
      runs.add(new Run(text, word));
    }
  }
}
