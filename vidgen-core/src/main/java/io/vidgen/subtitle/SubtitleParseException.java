package io.vidgen.subtitle;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;

/**
 * A subtitle or words file that cannot be read, with the place and what to do about it.
 *
 * <p>The message names everything, for example: {@code SRT line 12, column 5: the end 00:00:01.000
 * is before the start 00:00:02.000. Swap the two times.}
 */
public class SubtitleParseException extends VidgenException {

  private static final long serialVersionUID = 1L;

  /** The short name of the format. */
  private final String format;

  /** The line, from 1. */
  private final int line;

  /** The column, from 1. */
  private final int column;

  /** What the caller can do. */
  private final String remedy;

  /**
   * Makes the exception.
   *
   * @param format the format's short name: "SRT", "WebVTT", "ASS" or "words.json"
   * @param line the line, from 1; 0 when the place is not known
   * @param column the column in characters, from 1; 0 when the place is not known
   * @param problem what is wrong, without a full stop
   * @param remedy what the caller can do, as a sentence
   */
  public SubtitleParseException(
      String format, int line, int column, String problem, String remedy) {
    super(
        Failure.of(
            FailureKind.INVALID_REQUEST, format + place(line, column) + ": " + problem, remedy));
    this.format = format;
    this.line = line;
    this.column = column;
    this.remedy = remedy;
  }

  /**
   * The format that was being read.
   *
   * @return "SRT", "WebVTT", "ASS" or "words.json"
   */
  public String format() {
    return format;
  }

  /**
   * The line where reading stopped.
   *
   * @return the line, from 1; 0 when it is not known
   */
  public int line() {
    return line;
  }

  /**
   * The column where reading stopped.
   *
   * @return the column in characters, from 1; 0 when it is not known
   */
  public int column() {
    return column;
  }

  /**
   * What the caller can do.
   *
   * @return a sentence
   */
  public String remedy() {
    return remedy;
  }

  private static String place(int line, int column) {
    if (line < 1) {
      return "";
    }
    return " line " + line + (column < 1 ? "" : ", column " + column);
  }
}
