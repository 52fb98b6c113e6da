package io.vidgen.testkit;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Artifact;
import io.vidgen.money.Money;
import io.vidgen.spi.AccountUse;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a provider gets with a call, for tests of providers: files in a temporary directory that is
 * deleted on close, a deadline by a clock that stands still, and a record of the progress. Safe for
 * use by several threads.
 */
public final class FakeCallContext implements CallContext, AutoCloseable {
  /** How long a call may take unless a test says otherwise. */
  public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(5);

  private final Ledger ledger = Ledgers.inMemory();
  private final ManualClock clock = ManualClock.create();
  private final List<Double> progress = new CopyOnWriteArrayList<>();
  private final List<AccountUse> observed = new CopyOnWriteArrayList<>();
  private final String attemptId = UUID.randomUUID().toString();
  private volatile Instant deadline = clock.instant().plus(DEFAULT_LIMIT);
  private volatile boolean cancelled;
  private volatile @Nullable Money charged;

  private FakeCallContext() {}

  /**
   * A call that may take {@link #DEFAULT_LIMIT}.
   *
   * @return the context, to be closed
   */
  public static FakeCallContext create() {
    return new FakeCallContext();
  }

  /**
   * Makes an artifact, as input of a request.
   *
   * @param bytes its content
   * @param mediaType its type
   * @return the artifact, known to {@link #file}
   */
  public Artifact input(byte[] bytes, String mediaType) {
    try {
      return store(Files.write(workDirectory().resolve("input"), bytes), mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what a provider stored.
   *
   * @param artifact an artifact of this context
   * @return its content
   */
  public byte[] bytes(Artifact artifact) {
    try {
      return Files.readAllBytes(file(artifact));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets the call be over after a while.
   *
   * @param limit from now on, by {@link #clock()}
   * @return this
   */
  public FakeCallContext limit(Duration limit) {
    deadline = clock.instant().plus(limit);
    return this;
  }

  /**
   * Cancels the call. Interrupting its thread, as the engine does too, is up to the test.
   *
   * @return this
   */
  public FakeCallContext cancel() {
    cancelled = true;
    return this;
  }

  /**
   * The clock that the deadline goes by.
   *
   * @return the clock
   */
  public ManualClock clock() {
    return clock;
  }

  /**
   * All progress that was reported.
   *
   * @return the fractions, in order
   */
  public List<Double> reported() {
    return List.copyOf(progress);
  }

  /**
   * All that was said of the account.
   *
   * @return in order
   */
  public List<AccountUse> heard() {
    return List.copyOf(observed);
  }

  /**
   * Where the files are.
   *
   * @return the store
   */
  public ArtifactStore artifacts() {
    return ledger.artifacts();
  }

  @Override
  public Path file(Artifact artifact) {
    return ledger
        .artifacts()
        .find(artifact)
        .orElseThrow(
            () ->
                new VidgenException(
                    Failure.of(
                            FailureKind.EXPIRED,
                            "artifact " + artifact.digest().shortForm() + " is not here",
                            "make it with input(...) or store(...)")
                        .charged(false)));
  }

  @Override
  public Artifact store(Path file, String mediaType) throws IOException {
    return ledger.artifacts().take(file, mediaType);
  }

  @Override
  public Path workDirectory() throws IOException {
    return ledger.artifacts().newWorkDirectory();
  }

  @Override
  public Duration timeLeft() {
    var left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if it is not 0 to 1: a provider's mistake
   */
  @Override
  public void progress(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("progress must be 0 to 1, not " + fraction);
    }
    progress.add(fraction);
  }

  @Override
  public void charged(Money actual) {
    charged = actual;
  }

  /**
   * What the provider said that the vendor charged.
   *
   * @return what it said last; empty when it said nothing
   */
  public Optional<Money> charged() {
    return Optional.ofNullable(charged);
  }

  @Override
  public void observed(AccountUse seen) {
    observed.add(seen);
  }

  @Override
  public String attemptId() {
    return attemptId;
  }

  /** Deletes all files. */
  @Override
  public void close() {
    ledger.close();
  }
}
