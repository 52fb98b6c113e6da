package io.vidgen.subtitle;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.List;

/**
 * One line of the events of an ASS file.
 *
 * @param comment whether it is a Comment, which is not shown, and not a Dialogue
 * @param layer the layer; higher ones are drawn over lower ones
 * @param start when it appears, zero or later
 * @param end when it disappears, at or after {@code start}
 * @param style the name of its style
 * @param name the speaker, empty when nobody is named
 * @param marginLeft pixels, 0 for the style's own
 * @param marginRight pixels, 0 for the style's own
 * @param marginVertical pixels, 0 for the style's own
 * @param effect the effect field, mostly empty
 * @param rawText the text with its override tags as they stand
 */
public record AssEvent(
    boolean comment,
    int layer,
    Duration start,
    Duration end,
    String style,
    String name,
    int marginLeft,
    int marginRight,
    int marginVertical,
    String effect,
    String rawText) {

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if the start is negative or after the end
   */
  public AssEvent {
    if (start.isNegative() || end.compareTo(start) < 0) {
      throw new IllegalArgumentException(
          "event: 0 <= start <= end does not hold for " + start + " and " + end);
    }
  }

  /**
   * What a viewer reads.
   *
   * @return the text without tags, with {@code \n} between lines
   */
  public String plainText() {
    return AssText.plain(rawText);
  }

  /**
   * The words as {@code \k}, {@code \K}, {@code \kf} and {@code \ko} tags time them.
   *
   * @return the words in order, marked {@link io.vidgen.model.TimingSource#ALIGNED}; empty when the
   *     event has no such tags
   */
  public List<WordTiming> words() {
    return KaraokeTags.words(rawText, start);
  }

  /**
   * The event as a cue.
   *
   * @return a cue with the plain text and the words
   */
  public Cue cue() {
    return new Cue(start, end, List.of(plainText()), words(), "", "");
  }

  /** The event as a line of a file, in the order of {@link AssDocument#EVENT_FORMAT}. */
  String line() {
    return (comment ? "Comment: " : "Dialogue: ")
        + String.join(
            ",",
            String.valueOf(layer),
            AssTime.write(AssTime.centis(start)),
            AssTime.write(AssTime.centis(end)),
            AssFields.field(style),
            AssFields.field(name),
            String.valueOf(marginLeft),
            String.valueOf(marginRight),
            String.valueOf(marginVertical),
            AssFields.field(effect),
            AssFields.oneLine(rawText.replaceAll("\\R", "\\\\N")));
  }
}
