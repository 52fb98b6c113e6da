package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.ArtifactStore;
import io.vidgen.model.Artifact;
import io.vidgen.money.Money;
import io.vidgen.spi.AccountUse;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The context of one call; used by one thread. */
final class StepContext implements CallContext, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StepContext.class);

  private final ArtifactStore store;
  private final long deadlineNanos;
  private final BooleanSupplier cancelled;
  private final DoubleConsumer progress;
  private final Consumer<AccountUse> account;
  private final String attemptId;
  private @Nullable Path work;
  private @Nullable Money charged;

  StepContext(
      ArtifactStore store,
      Duration limit,
      BooleanSupplier cancelled,
      DoubleConsumer progress,
      Consumer<AccountUse> account,
      String attemptId) {
    this.store = store;
    this.deadlineNanos = System.nanoTime() + limit.toNanos();
    this.cancelled = cancelled;
    this.progress = progress;
    this.account = account;
    this.attemptId = attemptId;
  }

  @Override
  public Path file(Artifact artifact) {
    return store
        .find(artifact)
        .orElseThrow(
            () ->
                new VidgenException(
                    Failure.of(
                            FailureKind.EXPIRED,
                            "file "
                                + artifact.digest().shortForm()
                                + " ("
                                + artifact.mediaType()
                                + ") is no longer in the ledger's artifacts",
                            "render again: what is missing is made again")
                        .charged(false)));
  }

  @Override
  public Artifact store(Path file, String mediaType) throws IOException {
    return store.take(file, mediaType);
  }

  @Override
  public Path workDirectory() throws IOException {
    var directory = work;
    if (directory == null) {
      directory = store.newWorkDirectory();
      work = directory;
    }
    return directory;
  }

  @Override
  public Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  @Override
  public void progress(double fraction) {
    progress.accept(Math.min(1, Math.max(0, fraction)));
  }

  @Override
  public void charged(Money actual) {
    charged = actual;
  }

  /** What the vendor charged, as the provider last said; null when it said nothing. */
  @Nullable Money charged() {
    return charged;
  }

  @Override
  public void observed(AccountUse seen) {
    account.accept(seen);
  }

  @Override
  public String attemptId() {
    return attemptId;
  }

  /** What cannot be deleted is left to the store, which clears up when it is opened. */
  @Override
  public void close() {
    var directory = work;
    if (directory != null && Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        LOG.debug("Work directory {} could not be deleted: {}", directory, e.toString());
      }
    }
  }
}
