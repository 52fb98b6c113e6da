package io.vidgen.internal.stepdown;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.engine.Notes;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Means;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StaleWriteException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private final Notes notes;
  private final Payer payer;
  private final String terms;

  /**
   * Those of a project.
   *
   * @param notes where they are
   * @param payer whose project
   * @param terms the limits, the order and all else that leads to a decision
   */
  public Decisions(Notes notes, Payer payer, String terms) {
    this.notes = notes;
    this.payer = payer;
    this.terms = terms;
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

  private Fingerprint slot() {
    return Canonical.fingerprint(KIND, "", "", topic());
  }

  /** The newest ones, the newest first. */
  List<Decision> newest() {
    return notes.inSlot(slot()).stream()
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
    try {
      return notes.read(record, Decision.class);
    } catch (IOException e) {
      return Optional.empty();
    }
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
    try {
      var name = new Notes.Name(fingerprint, slot(), KIND, KIND, VERSION);
      notes.write(name, notes.store(decision), payer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StaleWriteException e) {
      // Another render of the project has just decided the same.
      return;
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
