package io.vidgen.internal.engine;

import io.vidgen.internal.codec.Json;
import io.vidgen.internal.io.FileTrees;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StaleWriteException;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is worth knowing in the next render, kept in the ledger as a step that is done and has cost
 * nothing.
 */
public final class Notes {
  private final Archive ledger;
  private final InstantSource clock;

  /**
   * Those in a ledger.
   *
   * @param ledger where they are
   * @param clock what time it is
   */
  public Notes(Archive ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Names a note.
   *
   * @param fingerprint of this one
   * @param slot of all that say the same kind of thing
   * @param kind kind of the step
   * @param provider what stands for who did it
   * @param model what stands for its model
   */
  public record Name(
      Fingerprint fingerprint, Fingerprint slot, String kind, String provider, String model) {}

  /**
   * The note of a name.
   *
   * @param fingerprint of the note
   * @return its record
   */
  public Optional<StepRecord> find(Fingerprint fingerprint) {
    return ledger.find(fingerprint);
  }

  /**
   * All notes that are kept in a slot.
   *
   * @param slot the slot
   * @return their records
   */
  public List<StepRecord> inSlot(Fingerprint slot) {
    return ledger.inSlot(slot).stream().filter(r -> r.state() == StepState.COMPLETED).toList();
  }

  /**
   * What a note says.
   *
   * @param record its record
   * @param type class of what it says
   * @param <T> class of what it says
   * @return empty when its file is gone
   * @throws IOException if it cannot be read
   */
  public <T> Optional<T> read(StepRecord record, Class<T> type) throws IOException {
    var result = record.result();
    var file = result == null ? null : ledger.artifacts().find(result).orElse(null);
    return file == null ? Optional.empty() : Optional.of(ledger.read(file, type));
  }

  /**
   * Stores what a note is to say.
   *
   * @param content a record
   * @return its file
   * @throws IOException if it cannot be stored
   */
  public Artifact store(Object content) throws IOException {
    var work = ledger.artifacts().newWorkDirectory();
    try {
      var file = Files.writeString(work.resolve("note.json"), Json.write(content));
      return ledger.artifacts().take(file, "application/json");
    } finally {
      FileTrees.delete(work);
    }
  }

  /**
   * Writes a note in place of the last one of its name.
   *
   * @param name its name
   * @param content what it says
   * @param payer for whom
   * @throws StaleWriteException if somebody else has just written it
   */
  public void write(Name name, Artifact content, Payer payer) {
    long version = find(name.fingerprint()).map(StepRecord::version).orElse(0L);
    var now = clock.instant();
    ledger.write(
        new StepRecord(
            name.fingerprint(),
            name.slot(),
            name.kind(),
            name.provider(),
            name.model(),
            StepState.COMPLETED,
            1,
            UUID.randomUUID().toString(),
            version + 1,
            null,
            content,
            List.of(),
            null,
            null,
            false,
            null,
            payer,
            now,
            List.of(),
            now,
            null));
  }
}
