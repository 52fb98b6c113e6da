package io.vidgen.internal.project;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.engine.Notes;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.job.PlanComparison;
import io.vidgen.job.RenderPlan;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StaleWriteException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

  private final Notes notes;

  /**
   * The projects of a ledger.
   *
   * @param notes where they are
   */
  public History(Notes notes) {
    this.notes = notes;
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
    var record = notes.find(project.fingerprint(made));
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
    return notes.find(step).map(StepRecord::artifacts).orElse(List.of());
  }

  /** What cannot be read is no reason not to plan. */
  private Optional<Snapshot> read(StepRecord record) {
    try {
      return notes
          .read(record, Snapshot.class)
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
      write(project.fingerprint(made), payer, notes.store(Snapshot.of(witness.steps())));
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "What render {} was made of is not kept, so no plan compares with it: {}",
          payer.render(),
          e.toString());
    }
  }

  /** Of several renders that end at once, the last one stays. */
  private void write(Fingerprint project, Payer payer, Artifact content) {
    var name = new Notes.Name(project, project, StepRecord.PROJECT, "", "");
    for (int i = 1; ; i++) {
      try {
        notes.write(name, content, payer);
        return;
      } catch (StaleWriteException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }
}
