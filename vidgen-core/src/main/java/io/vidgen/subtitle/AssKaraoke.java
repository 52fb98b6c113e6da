package io.vidgen.subtitle;

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
  private final long startCentis;
  private final long length;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder tags = new StringBuilder();
  private long karaoke;
  private boolean begun;
  private int size;

  /**
   * An event.
   *
   * @param style how it looks
   * @param layout the style in a frame
   * @param rightToLeft whether the track's language is written from right to left
   * @param cue the whole cue, not cut by a window
   * @param start when the event starts, in centiseconds on the clock of the cue
   * @param end when it ends
   */
  AssKaraoke(
      CaptionStyle style, AssLayout layout, boolean rightToLeft, Cue cue, long start, long end) {
    this.style = style;
    this.layout = layout;
    this.rightToLeft = rightToLeft;
    this.cue = cue;
    this.startCentis = start;
    this.length = (end - start) * 10;
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
      for (CueRuns.Run run : line.runs()) {
        if (run.word() != CueRuns.NO_WORD && style.mode() != CaptionMode.PLAIN) {
          word(run.word());
        }
        size(run.text(), shrink);
        flush();
        out.append(AssText.escape(run.text()));
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
    long from = (AssTime.centis(cue.start()) - startCentis) * 10;
    long to = (AssTime.centis(cue.end()) - startCentis) * 10;
    if (from == 0 && to == length) {
      tags.append("\\fad(").append(in).append(',').append(fadeOut).append(')');
    } else {
      tags.append("\\fade(255,0,255,").append(from).append(',').append(from + in).append(',');
      tags.append(to - fadeOut).append(',').append(to).append(')');
    }
  }

  private void word(int index) {
    var word = cue.words().get(index);
    long begin = AssTime.centis(word.start()) - startCentis;
    long finish = AssTime.centis(word.end()) - startCentis;
    boolean mayLookBack = style.mode() == CaptionMode.FILL && !begun;
    long at = mayLookBack ? begin : Math.max(karaoke, begin);
    if (at != karaoke) {
      tags.append("\\k").append(at - karaoke);
    }
    karaoke = Math.max(at, finish);
    tags.append(style.mode() == CaptionMode.FILL ? "\\kf" : "\\k").append(karaoke - at);
    begun = true;
    if (style.mode() != CaptionMode.FILL) {
      long from = word.start().toMillis() - startCentis * 10;
      long to = word.end().toMillis() - startCentis * 10;
      light(from, to);
    }
  }

  /** Tags stay on for the rest of the event: each word first takes back those of the last one. */
  private void light(long from, long to) {
    boolean pop = style.mode() == CaptionMode.POP;
    tags.append(colour(style.primary()));
    if (pop) {
      tags.append(scale(100));
    }
    if (to <= 0 || from >= length || from >= to) {
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
