package io.vidgen.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything the library throws on purpose. Its message says where, what and what to do; {@link
 * #failure()} says the same as data.
 */
public class VidgenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final transient List<Problem> problems;

  /**
   * A failure.
   *
   * @param failure what happened
   */
  public VidgenException(Failure failure) {
    this(failure, null);
  }

  /**
   * A failure that something else caused.
   *
   * @param failure what happened
   * @param cause the cause, null when there is none; its text must hold no secret
   */
  public VidgenException(Failure failure, @Nullable Throwable cause) {
    this(failure, List.of(), cause);
  }

  private VidgenException(Failure failure, List<Problem> problems, @Nullable Throwable cause) {
    super(failure.describe(), cause);
    this.failure = failure;
    this.problems = List.copyOf(problems);
  }

  /**
   * A failure without a delay, with unknown charge only for an unknown outcome.
   *
   * @param kind what kind of failure
   * @param message what happened
   * @param remedy what to do
   * @return the exception
   */
  public static VidgenException of(FailureKind kind, String message, String remedy) {
    return new VidgenException(Failure.of(kind, message, remedy));
  }

  /**
   * One exception for all problems of a request or configuration.
   *
   * @param what what was checked, such as {@code request}
   * @param problems everything that is wrong, at least one
   * @return the exception, of kind {@link FailureKind#INVALID_REQUEST}
   */
  public static VidgenException invalid(String what, List<Problem> problems) {
    var list =
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n  - ", "\n  - ", ""));
    var text = what + " cannot be used, " + problems.size() + " problem(s):" + list;
    return new VidgenException(Failure.of(FailureKind.INVALID_REQUEST, text, ""), problems, null);
  }

  /**
   * What happened, as data.
   *
   * @return the failure
   */
  public Failure failure() {
    return failure;
  }

  /**
   * What kind of failure.
   *
   * @return the kind
   */
  public FailureKind kind() {
    return failure.kind();
  }

  /**
   * All problems of an invalid request or configuration.
   *
   * @return the problems, empty for other failures
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * The same exception in a place.
   *
   * @param place where it happened; parts that are known already stay
   * @return a new exception with this one's cause, stack and suppressed ones
   */
  public VidgenException in(FailureContext place) {
    var placed = new VidgenException(failure.in(place), problems, getCause());
    placed.setStackTrace(getStackTrace());
    for (var suppressed : getSuppressed()) {
      placed.addSuppressed(suppressed);
    }
    return placed;
  }
}
