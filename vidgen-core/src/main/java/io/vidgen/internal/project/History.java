package io.vidgen.internal.project;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.codec.Json;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.job.PlanComparison;
import io.vidgen.job.RenderPlan;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StaleWriteException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the last finished render of each project was made of, as one step of its own in the
 * ledger, and compares plans with it. A render that failed leaves the last finished one in place:
 * what it bought is there to be reused, and the plan says so.
 */
public final class History {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);
  private static final int TRIES = 20;

  private final Ledger ledger;
  private final InstantSource clock;

  /**
   * The projects of a ledger.
   *
   * @param ledger where they are
   * @param clock what time it is
   */
  public History(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What a render made. Each has a last one of its own: their steps have other names. */
  public enum Made {
    /** One video. */
    VIDEO(""),
    /** Several videos from one purchase. */
    SET("set");

    private final String word;

    Made(String word) {
      this.word = word;
    }
  }

  private record Project(String owner, String name) {
    static Project of(Payer payer) {
      return new Project(payer.owner(), payer.project().strip());
    }

    Fingerprint fingerprint(Made made) {
      return Canonical.fingerprint(StepRecord.PROJECT, made.word, "", this);
    }
  }

  /**
   * Compares a plan with the last finished render.
   *
   * @param made what is planned
   * @param payer for whom, and which project it belongs to
   * @param plan the plan
   * @param port what made it
   * @return the plan with what is different
   */
  public RenderPlan compared(Made made, Payer payer, RenderPlan plan, PlanPort port) {
    var project = Project.of(payer);
    return project.name().isBlank()
        ? plan
        : plan.withComparison(comparison(made, project, plan, port));
  }

  private PlanComparison comparison(Made made, Project project, RenderPlan plan, PlanPort port) {
    var record = ledger.find(project.fingerprint(made));
    var before = record.flatMap(this::read);
    return before
        .map(
            snapshot ->
                new PlanComparison(
                    PlanComparison.State.COMPARED,
                    project.name(),
                    record.get().at(),
                    record.get().payer().render(),
                    new PlanDiff(snapshot, plan, port.asked(), this::files).changes()))
        .orElseGet(
            () ->
                new PlanComparison(
                    PlanComparison.State.FIRST, project.name(), null, "", List.of()));
  }

  private List<Artifact> files(Fingerprint step) {
    return ledger.find(step).map(StepRecord::artifacts).orElse(List.of());
  }

  /** What cannot be read is no reason not to plan. */
  private Optional<Snapshot> read(StepRecord record) {
    var result = record.result();
    var file = result == null ? Optional.<Path>empty() : ledger.artifacts().find(result);
    try {
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(Json.read(file.get(), Snapshot.class))
              .filter(snapshot -> snapshot.version() == Snapshot.VERSION);
    } catch (IOException e) {
      LOG.debug("What the last render was made of cannot be read", e);
      return Optional.empty();
    }
  }

  /**
   * Keeps what a finished render was made of. A video is not lost over it.
   *
   * @param made what it made
   * @param payer for whom, and which project it belongs to
   * @param witness who saw its steps
   */
  public void keep(Made made, Payer payer, Witness witness) {
    var project = Project.of(payer);
    if (project.name().isBlank()) {
      return;
    }
    try {
      write(project.fingerprint(made), payer, take(Snapshot.of(witness.steps())));
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "What render {} was made of is not kept, so no plan compares with it: {}",
          payer.render(),
          e.toString());
    }
  }

  private Artifact take(Snapshot snapshot) throws IOException {
    var work = ledger.artifacts().newWorkDirectory();
    var file = work.resolve("project.json");
    try {
      Files.writeString(file, Json.write(snapshot));
      return ledger.artifacts().take(file, "application/json");
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(work);
    }
  }

  /** Of several renders that end at once, the last one stays. */
  private void write(Fingerprint project, Payer payer, Artifact result) {
    for (int i = 1; ; i++) {
      try {
        ledger.write(record(project, payer, result));
        return;
      } catch (StaleWriteException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private StepRecord record(Fingerprint project, Payer payer, Artifact result) {
    long version = ledger.find(project).map(StepRecord::version).orElse(0L);
    var now = clock.instant();
    return new StepRecord(
        project,
        project,
        StepRecord.PROJECT,
        "",
        "",
        StepState.COMPLETED,
        1,
        UUID.randomUUID().toString(),
        version + 1,
        null,
        result,
        List.of(),
        null,
        null,
        false,
        null,
        payer,
        now,
        List.of(),
        now);
  }
}
