package io.vidgen.script;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;

/**
 * A script could not be understood, or it is larger than {@link ScriptOptions} allow.
 *
 * <p>The message is for people: where, what is wrong, and what to do about it. It repeats at most a
 * few words of the script.
 */
public final class ScriptParseException extends VidgenException {

  private static final long serialVersionUID = 1L;

  /** The line, from 1, or 0. */
  private final int line;

  /** The column, from 1, or 0. */
  private final int column;

  /** What is wrong. */
  private final String problem;

  /** What to do about it. */
  private final String remedy;

  ScriptParseException(Position at, String problem, String remedy) {
    this("", at, problem, remedy, null);
  }

  private ScriptParseException(
      String source,
      Position at,
      String problem,
      String remedy,
      @org.jspecify.annotations.Nullable Throwable cause) {
    super(Failure.of(FailureKind.INVALID_REQUEST, message(source, at, problem), remedy), cause);
    this.line = at.line();
    this.column = at.column();
    this.problem = problem;
    this.remedy = remedy;
  }

  /** The same failure with the name of the file it happened in at the front of the message. */
  ScriptParseException in(String source) {
    return new ScriptParseException(source, new Position(line, column), problem, remedy, this);
  }

  /**
   * The line of the problem.
   *
   * @return the line, from 1; 0 when the problem is not at one place (an empty script, say)
   */
  public int line() {
    return line;
  }

  /**
   * The column of the problem, in UTF-16 units of the line.
   *
   * @return the column, from 1; 0 when the problem is not at one place
   */
  public int column() {
    return column;
  }

  /**
   * What is wrong.
   *
   * @return a phrase without a full stop, never empty
   */
  public String problem() {
    return problem;
  }

  /**
   * What the author of the script or of the program can do.
   *
   * @return a phrase without a full stop, never empty
   */
  public String remedy() {
    return remedy;
  }

  private static String message(String source, Position at, String problem) {
    StringBuilder message = new StringBuilder();
    if (!source.isEmpty()) {
      message.append(source).append(": ");
    }
    if (at.line() > 0) {
      message
          .append("line ")
          .append(at.line())
          .append(", column ")
          .append(at.column())
          .append(": ");
    }
    return message.append(problem).toString();
  }
}
