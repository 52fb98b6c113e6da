package io.vidgen.internal.engine;

import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger whose results need not be read again and again. Whether their files are there is looked
 * up each time; once only for one plan, which asks for the same files many times.
 */
public final class Archive implements Ledger {
  private final Ledger ledger;
  private final ArtifactStore artifacts;
  private final KnownResults known;

  /**
   * For one pipeline.
   *
   * @param ledger what is behind it
   */
  public Archive(Ledger ledger) {
    this(ledger, ledger.artifacts(), new KnownResults());
  }

  private Archive(Ledger ledger, ArtifactStore artifacts, KnownResults known) {
    this.ledger = ledger;
    this.artifacts = artifacts;
    this.known = known;
  }

  static Archive of(Ledger ledger) {
    return ledger instanceof Archive archive ? archive : new Archive(ledger);
  }

  /**
   * The same for one plan: what is there once is taken to be there until it is made.
   *
   * @return an archive for one thread
   */
  public Archive forOnePlan() {
    return new Archive(ledger, new Seen(ledger.artifacts()), known);
  }

  /** The ledger itself, which several pipelines may share. */
  Ledger behind() {
    return ledger;
  }

  /**
   * Reads a result.
   *
   * @param file its file
   * @param type its class
   * @param <T> its class
   * @return the result
   * @throws IOException if its file cannot be read, or holds no such result
   */
  <T> T read(Path file, Class<T> type) throws IOException {
    return known.read(file, type);
  }

  @Override
  public Optional<StepRecord> find(Fingerprint fingerprint) {
    return ledger.find(fingerprint);
  }

  @Override
  public List<StepRecord> inSlot(Fingerprint slot) {
    return ledger.inSlot(slot);
  }

  @Override
  public List<StepRecord> all() {
    return ledger.all();
  }

  @Override
  public void write(StepRecord next) {
    ledger.write(next);
  }

  @Override
  public void write(StepRecord next, List<SpendLimit> limits) {
    ledger.write(next, limits);
  }

  @Override
  public Money counted(SpendLimit limit, Instant now) {
    return ledger.counted(limit, now);
  }

  @Override
  public ArtifactStore artifacts() {
    return artifacts;
  }

  @Override
  public boolean isDurable() {
    return ledger.isDurable();
  }

  @Override
  public void close() {
    ledger.close();
  }

  private static final class Seen implements ArtifactStore {
    private final ArtifactStore store;
    private final Map<Artifact, Optional<Path>> found = new HashMap<>();

    Seen(ArtifactStore store) {
      this.store = store;
    }

    @Override
    public Artifact take(Path file, String mediaType) throws IOException {
      var artifact = store.take(file, mediaType);
      found.remove(artifact);
      return artifact;
    }

    @Override
    public Optional<Path> find(Artifact artifact) {
      return found.computeIfAbsent(artifact, store::find);
    }

    @Override
    public boolean verify(Artifact artifact) throws IOException {
      return store.verify(artifact);
    }

    @Override
    public Path newWorkDirectory() throws IOException {
      return store.newWorkDirectory();
    }
  }
}
