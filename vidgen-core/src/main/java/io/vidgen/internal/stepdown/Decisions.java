package io.vidgen.internal.stepdown;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.codec.Json;
import io.vidgen.internal.io.FileTrees;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Means;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StaleWriteException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was decided before for a project, durable in the ledger before anything is bought for it: a
 * render that was cut off goes on as it was planned, and what was bought at a cheaper model is
 * found again. Only a render writes.
 */
public final class Decisions {
  private static final String KIND = "step-down";
  private static final String VERSION = "1";
  private static final int MOST = 3;

  private final Ledger ledger;
  private final Payer payer;
  private final String terms;
  private final InstantSource clock;

  /**
   * Those of a project.
   *
   * @param ledger where they are
   * @param payer whose project
   * @param terms the limits, the order and all else that leads to a decision
   * @param clock what time it is
   */
  public Decisions(Ledger ledger, Payer payer, String terms, InstantSource clock) {
    this.ledger = ledger;
    this.payer = payer;
    this.terms = terms;
    this.clock = clock;
  }

  private record Topic(String owner, String project) {}

  /**
   * A decision.
   *
   * @param terms under which it was made
   * @param scenes with what each lowered scene is made, by number; in words
   * @param begins scenes before which a chain is cut
   */
  record Decision(String terms, Map<Integer, String> scenes, List<Integer> begins) {}

  private record Made(Topic topic, Decision decision) {}

  private Topic topic() {
    return new Topic(payer.owner(), payer.project());
  }

  /** The newest ones, the newest first. */
  List<Decision> newest() {
    return ledger.inSlot(Canonical.fingerprint(KIND, "", "", topic())).stream()
        .filter(record -> record.state() == StepState.COMPLETED)
        .sorted(Comparator.comparing(StepRecord::at).reversed())
        .limit(MOST)
        .flatMap(record -> read(record).stream())
        .toList();
  }

  /** Whether it was made under the same terms. */
  boolean isOfNow(Decision decision) {
    return decision.terms().equals(terms);
  }

  /** One whose file is gone is made anew. */
  private Optional<Decision> read(StepRecord record) {
    return Optional.ofNullable(record.result())
        .flatMap(ledger.artifacts()::find)
        .flatMap(
            file -> {
              try {
                return Optional.of(Json.read(file, Decision.class));
              } catch (IOException e) {
                return Optional.empty();
              }
            });
  }

  /**
   * Keeps a decision, so that it is durable before anything is bought.
   *
   * @param lowered what was decided; nothing is written when nothing is lowered
   */
  public void keep(Lowered lowered) {
    var names = new TreeMap<Integer, String>();
    lowered
        .scenes()
        .forEach(
            (scene, means) -> {
              if (!means.equals(Means.ASKED)) {
                names.put(scene, means.name());
              }
            });
    if (names.isEmpty()) {
      return;
    }
    var begins = List.copyOf(new TreeSet<>(lowered.begins()));
    var decision = new Decision(terms, names, begins);
    var newest = newest();
    if (newest.isEmpty() || !newest.get(0).equals(decision)) {
      write(decision);
    }
  }

  private void write(Decision decision) {
    var made = new Made(topic(), decision);
    var fingerprint = Canonical.fingerprint(KIND, KIND, VERSION, made);
    long version = ledger.find(fingerprint).map(StepRecord::version).orElse(0L) + 1;
    var json = store(decision);
    var now = clock.instant();
    try {
      ledger.write(
          new StepRecord(
              fingerprint,
              Canonical.fingerprint(KIND, "", "", topic()),
              KIND,
              KIND,
              VERSION,
              StepState.COMPLETED,
              1,
              UUID.randomUUID().toString(),
              version,
              null,
              json,
              List.of(),
              null,
              null,
              false,
              null,
              payer,
              now,
              List.of(),
              now));
    } catch (StaleWriteException e) {
      // Another render of the project has just decided the same.
      return;
    }
  }

  private Artifact store(Decision decision) {
    try {
      var work = ledger.artifacts().newWorkDirectory();
      try {
        var file = Files.writeString(work.resolve("decision.json"), Json.write(decision));
        return ledger.artifacts().take(file, "application/json");
      } finally {
        FileTrees.delete(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What leads to a decision, as one text.
   *
   * @param parts limits, order and such
   * @return the text
   */
  public static String terms(Stream<?> parts) {
    return String.join("; ", parts.map(Object::toString).toList());
  }
}
