package io.vidgen.subtitle;

import io.vidgen.model.WordTiming;
import java.time.Duration;

/**
 * Writes the text of one event. All times in it count from the event's start; in a window that
 * start lies inside the cue, so they may be negative, which libass takes as "already under way".
 *
 * <p>{@code \k} tags carry the timing of every word in all modes but PLAIN. What shows the spoken
 * word in HIGHLIGHT and POP are {@code \t} transforms to the millisecond: by itself {@code \k}
 * leaves the words that were spoken in the same colour as the one that is being spoken.
 */
final class AssKaraoke {

  private static final int POP_PERCENT = 112;
  private static final long POP_MILLIS = 70;

  private final CaptionStyle style;
  private final AssLayout layout;
  private final boolean rightToLeft;
  private final Cue cue;
  private final long startMillis;
  private final long length;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder tags = new StringBuilder();
  private long karaoke;
  private boolean begun;
  private boolean grown;
  private int size;

  /**
   * An event.
   *
   * @param style how it looks
   * @param layout the style in a frame
   * @param rightToLeft whether the track's language is written from right to left
   * @param cue the whole cue, not cut by a window
   * @param start when the event starts, in milliseconds on the clock of the cue
   * @param end when it ends
   */
  AssKaraoke(
      CaptionStyle style, AssLayout layout, boolean rightToLeft, Cue cue, long start, long end) {
    this.style = style;
    this.layout = layout;
    this.rightToLeft = rightToLeft;
    this.cue = cue;
    this.startMillis = start;
    this.length = end - start;
    this.size = layout.fontSize();
  }

  String text() {
    double shrink = layout.shrink(cue);
    fade();
    boolean first = true;
    for (CueRuns.Line line : CueRuns.of(cue)) {
      out.append(first ? "" : "\\N");
      first = false;
      if (rightToLeft && Scripts.startsLeftToRight(line.text())) {
        out.append('\u200F');
      }
      if (style.mode() == CaptionMode.POP) {
        strut(line.text(), shrink);
      }
      boolean lineStart = true;
      for (CueRuns.Run run : line.runs()) {
        if (run.word() != CueRuns.NO_WORD && style.mode() != CaptionMode.PLAIN) {
          word(run.word());
        }
        shrinkBack();
        size(run.text(), shrink);
        flush();
        out.append(AssText.escape(run.text(), lineStart));
        lineStart = false;
      }
    }
    return out.toString();
  }

  private void flush() {
    if (tags.length() > 0) {
      out.append('{').append(tags).append('}');
      tags.setLength(0);
    }
  }

  /** A fade goes on over a cut: its times are those of the whole cue. */
  private void fade() {
    long in = style.fadeIn().toMillis();
    long fadeOut = style.fadeOut().toMillis();
    if (in == 0 && fadeOut == 0) {
      return;
    }
    long from = cue.start().toMillis() - startMillis;
    long to = cue.end().toMillis() - startMillis;
    if (Math.abs(from) < 10 && Math.abs(to - length) < 10) {
      tags.append("\\fad(").append(in).append(',').append(fadeOut).append(')');
    } else {
      tags.append("\\fade(255,0,255,").append(from).append(',').append(from + in).append(',');
      tags.append(to - fadeOut).append(',').append(to).append(')');
    }
  }

  private void word(int index) {
    WordTiming word = cue.words().get(index);
    long begin = centis(word.start());
    long finish = centis(word.end());
    boolean fill = style.mode() == CaptionMode.FILL;
    boolean mayLookBack = fill && !begun;
    long at = mayLookBack ? begin : Math.max(karaoke, begin);
    if (at != karaoke) {
      tags.append("\\k").append(at - karaoke);
    }
    karaoke = Math.max(at, finish);
    tags.append(fill && !sweepsBackwards(word) ? "\\kf" : "\\k").append(karaoke - at);
    begun = true;
    if (!fill) {
      long from = word.start().toMillis() - startMillis;
      long to = word.end().toMillis() - startMillis;
      light(from, to);
    }
  }

  /** libass sweeps from left to right inside a word: one of the other direction fills at once. */
  private static boolean sweepsBackwards(WordTiming word) {
    return Scripts.startsRightToLeft(word.text());
  }

  /** Tags stay on for the rest of the event: each word first takes back those of the last one. */
  private void light(long from, long to) {
    boolean pop = style.mode() == CaptionMode.POP;
    boolean never = to <= 0 || from >= length || from >= to;
    if (never || from > 0) {
      tags.append(colour(style.primary()));
    }
    if (pop) {
      grown = true;
      shrinkBack();
    }
    if (never) {
      return;
    }
    at(from, from, colour(style.highlight()));
    if (pop) {
      long ease = Math.min(POP_MILLIS, (to - from) / 2);
      at(from, from + ease, scale(POP_PERCENT));
      at(to - ease, to, scale(100));
    }
    if (to < length) {
      at(to, to, colour(style.primary()));
    }
  }

  /** A change from one time to another; one that is over already is simply there. */
  private void at(long from, long to, String change) {
    if (to <= 0) {
      tags.append(change);
    } else {
      tags.append("\\t(").append(from).append(',').append(to).append(',');
      tags.append(change).append(')');
    }
  }

  private String colour(Rgba colour) {
    boolean alpha = style.primary().alpha() != style.highlight().alpha();
    return "\\1c" + colour.assColour() + (alpha ? "\\1a" + colour.assAlpha() : "");
  }

  private static String scale(int percent) {
    return "\\fscx" + percent + "\\fscy" + percent;
  }

  /** Something without width keeps the line as high as a grown word makes it: no jumping. */
  private void strut(String line, double shrink) {
    size(line, shrink);
    tags.append(scale(POP_PERCENT));
    flush();
    out.append(AssText.WORD_JOINER);
    grown = true;
  }

  private void shrinkBack() {
    if (grown) {
      tags.append(scale(100));
      grown = false;
    }
  }

  private long centis(Duration time) {
    return Math.floorDiv(time.toMillis() - startMillis + 5, 10L);
  }

  private void size(String text, double shrink) {
    Character.UnicodeScript script = Scripts.of(text);
    if (script == Character.UnicodeScript.COMMON && shrink == 1) {
      return;
    }
    int wanted = layout.fontSize(script, shrink);
    if (wanted != size) {
      tags.append("\\fs").append(wanted);
      size = wanted;
    }
  }
}
