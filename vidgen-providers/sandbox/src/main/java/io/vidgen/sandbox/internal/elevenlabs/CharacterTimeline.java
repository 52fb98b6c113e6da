package io.vidgen.sandbox.internal.elevenlabs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.model.WordTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Characters of a text and when they are heard. A character is a code point, as in Python. */
final class CharacterTimeline {

  /** One character. */
  record Entry(String character, double start, double end) {}

  private final List<Entry> entries;

  private CharacterTimeline(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The text as it was sent. */
  static CharacterTimeline sent(String text, List<WordTiming> words, double seconds) {
    var out = new ArrayList<Entry>();
    int word = 0;
    int done = 0;
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      var character = Character.toString(points[i]);
      if (isSpace(points[i])) {
        double before = end(out);
        double after = word < words.size() && done == 0 ? seconds(words.get(word), true) : before;
        out.add(entry(character, before, after));
        continue;
      }
      if (word >= words.size()) {
        out.add(entry(character, end(out), end(out)));
        continue;
      }
      var timing = words.get(word);
      int length = (int) timing.text().codePoints().filter(c -> !isSpace(c)).count();
      double start = seconds(timing, true);
      double step = (seconds(timing, false) - start) / Math.max(1, length);
      out.add(entry(character, start + step * done, start + step * (done + 1)));
      done++;
      if (done == length) {
        word++;
        done = 0;
      }
    }
    return fits(out, seconds) ? new CharacterTimeline(out) : even(text, seconds);
  }

  /** The text as it was spoken: numbers written out, a space in front. */
  static CharacterTimeline normalized(List<WordTiming> words) {
    var out = new ArrayList<Entry>();
    for (var word : words) {
      double start = seconds(word, true);
      double length = seconds(word, false) - start;
      double before = end(out);
      out.add(entry(" ", before, start));
      var spoken = NumberWords.written(word.text());
      int[] points = spoken.codePoints().toArray();
      for (int i = 0; i < points.length; i++) {
        out.add(
            entry(
                Character.toString(points[i]),
                start + length * i / points.length,
                start + length * (i + 1) / points.length));
      }
    }
    return new CharacterTimeline(out);
  }

  /** What the vendor now and then does: after a while all characters have one time. */
  CharacterTimeline collapsed() {
    var out = new ArrayList<Entry>();
    double last = entries.get(entries.size() / 3).start();
    for (int i = 0; i < entries.size(); i++) {
      var one = entries.get(i);
      out.add(i < entries.size() / 3 ? one : new Entry(one.character(), last, last));
    }
    return new CharacterTimeline(out);
  }

  /** A stretch of it. */
  CharacterTimeline part(int from, int to) {
    return new CharacterTimeline(entries.subList(from, to));
  }

  int size() {
    return entries.size();
  }

  List<Entry> entries() {
    return entries;
  }

  ObjectNode json() {
    var node = JsonNodeFactory.instance.objectNode();
    var characters = node.putArray("characters");
    var starts = node.putArray("character_start_times_seconds");
    var ends = node.putArray("character_end_times_seconds");
    for (var one : entries) {
      characters.add(one.character());
      starts.add(one.start());
      ends.add(one.end());
    }
    return node;
  }

  private static CharacterTimeline even(String text, double seconds) {
    int[] points = text.codePoints().toArray();
    var out = new ArrayList<Entry>();
    for (int i = 0; i < points.length; i++) {
      out.add(
          entry(
              Character.toString(points[i]),
              seconds * i / points.length,
              seconds * (i + 1) / points.length));
    }
    return new CharacterTimeline(out);
  }

  private static boolean fits(List<Entry> entries, double seconds) {
    return !entries.isEmpty() && end(entries) > seconds / 2;
  }

  private static double end(List<Entry> entries) {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end();
  }

  private static Entry entry(String character, double start, double end) {
    double from = round(start);
    return new Entry(character, from, Math.max(from, round(end)));
  }

  /** The vendor gives milliseconds. */
  private static double round(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  private static double seconds(WordTiming word, boolean start) {
    return (start ? word.start() : word.end()).toNanos() / 1e9;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d characters to %.3f s", size(), end(entries));
  }
}
