package io.vidgen.testkit;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A vendor that charges for every request it accepts and keeps its books in a directory, so that
 * they outlive a client that is killed. {@link #charges()} is the truth that a test compares with
 * what a client believes. Faults are taken in the order in which they were given. Safe for use by
 * several threads; several instances may have the same directory one after the other.
 */
public final class FakeVendor {

  /** Something that goes wrong with the next submit or poll. */
  public sealed interface Fault {

    /**
     * Refused, before anything was charged; or a poll that gets no answer.
     *
     * @param failure what the client is told
     */
    record Refuse(Failure failure) implements Fault {}

    /** Accepted and charged, but the client's adapter never sees the answer and says so. */
    record LoseAnswer() implements Fault {}

    /**
     * Accepted and charged, and then the connection breaks in a way the adapter did not foresee.
     */
    record BreakOff() implements Fault {}

    /**
     * The operation failed for good; only for polls.
     *
     * @param failure why
     */
    record FailOperation(Failure failure) implements Fault {}

    /** Nothing goes wrong: fills a place in the order of faults. */
    record None() implements Fault {}
  }

  /**
   * A request that was accepted and charged.
   *
   * @param attemptId what the client calls it
   * @param request hash of what was asked
   * @param operation the vendor's own id of it
   */
  public record Charge(String attemptId, String request, String operation) {}

  private static final String CHARGE = "charge";
  private static final String POST = "post";
  private static final String POLL = "poll";

  private final Path books;
  private final Deque<Fault> onSubmit = new ArrayDeque<>();
  private final Deque<Fault> onPoll = new ArrayDeque<>();
  private int readyAfter = 1;
  private @Nullable Failure withheld;
  private int findErrors;

  private FakeVendor(Path books) {
    this.books = books;
  }

  /**
   * Opens the books.
   *
   * @param directory where they are; made when it is not there
   * @return the vendor, as a killed client left it
   */
  public static FakeVendor open(Path directory) {
    try {
      return new FakeVendor(Files.createDirectories(directory).resolve("books"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sets how many polls an operation takes.
   *
   * @param polls the poll that finds it ready; 1 by default, {@link Integer#MAX_VALUE} for never
   * @return this
   */
  public synchronized FakeVendor readyAfterPolls(int polls) {
    this.readyAfter = polls;
    return this;
  }

  /**
   * Lets the next submits go wrong.
   *
   * @param faults one for each submit
   * @return this
   */
  public synchronized FakeVendor onSubmit(Fault... faults) {
    onSubmit.addAll(List.of(faults));
    return this;
  }

  /**
   * Lets the next polls go wrong.
   *
   * @param faults one for each poll
   * @return this
   */
  public synchronized FakeVendor onPoll(Fault... faults) {
    onPoll.addAll(List.of(faults));
    return this;
  }

  /**
   * Lets the next searches for an attempt go wrong.
   *
   * @param times how many
   * @return this
   */
  public synchronized FakeVendor failFinds(int times) {
    this.findErrors = times;
    return this;
  }

  /**
   * Deletes all results, as vendors do after a while.
   *
   * @return this
   */
  public synchronized FakeVendor expireResults() {
    return withholdResults(Failure.of(FailureKind.EXPIRED, "results are deleted", ""));
  }

  /**
   * Answers whoever fetches a result with a failure.
   *
   * @param failure what the client is told; null to give results out again
   * @return this
   */
  public synchronized FakeVendor withholdResults(@Nullable Failure failure) {
    this.withheld = failure;
    return this;
  }

  /**
   * Everything that was ever charged.
   *
   * @return the charges, the oldest first
   */
  public synchronized List<Charge> charges() {
    return lines(CHARGE).map(line -> new Charge(line[1], line[2], line[3])).toList();
  }

  /**
   * How many submits arrived, refused ones included.
   *
   * @return the count
   */
  public synchronized int posts() {
    return (int) lines(POST).count();
  }

  /**
   * How many polls arrived.
   *
   * @return the count
   */
  public synchronized int polls() {
    return (int) lines(POLL).count();
  }

  synchronized String submit(String attemptId, String request, boolean keyed) throws IOException {
    write(POST, attemptId);
    var fault = onSubmit.poll();
    if (fault instanceof Fault.Refuse refuse) {
      throw new VidgenException(refuse.failure());
    }
    var before = keyed ? find(attemptId) : Optional.<String>empty();
    var operation = before.orElseGet(() -> "operation-" + (charges().size() + 1));
    if (before.isEmpty()) {
      write(CHARGE, attemptId, request, operation);
    }
    if (fault instanceof Fault.LoseAnswer) {
      throw VidgenException.of(FailureKind.UNKNOWN_OUTCOME, "no answer came", "");
    } else if (fault instanceof Fault.BreakOff) {
      throw new IOException("connection reset");
    }
    return operation;
  }

  /** Returns whether it is ready. */
  synchronized boolean poll(String operation) {
    write(POLL, operation);
    var fault = onPoll.poll();
    if (fault instanceof Fault.Refuse refuse) {
      throw new VidgenException(refuse.failure());
    } else if (fault instanceof Fault.FailOperation failed) {
      throw new OperationFailed(failed.failure());
    }
    return lines(POLL).filter(line -> line[1].equals(operation)).count() >= readyAfter;
  }

  synchronized void collect(String operation) {
    if (withheld != null) {
      throw new VidgenException(withheld);
    }
  }

  synchronized Optional<String> find(String attemptId) throws IOException {
    if (findErrors > 0) {
      findErrors--;
      throw new IOException("the vendor's list cannot be reached");
    }
    return charges().stream()
        .filter(charge -> charge.attemptId().equals(attemptId))
        .map(Charge::operation)
        .findFirst();
  }

  /** Says that the operation is over, without success. */
  static final class OperationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    OperationFailed(Failure failure) {
      super(failure.message());
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }

  private Stream<String[]> lines(String kind) {
    try {
      return Files.exists(books)
          ? Files.readAllLines(books).stream()
              .map(line -> line.split(" ", -1))
              .filter(line -> line[0].equals(kind))
          : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One write for the whole line: a killed client leaves all of it or nothing. */
  private void write(String... words) {
    try {
      Files.writeString(
          books,
          String.join(" ", Arrays.asList(words)) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
