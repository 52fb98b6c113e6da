package io.vidgen.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals written before there were payers. */
class OldJournalTest {
  private static final String STEP =
      """
      {"artifacts":[],"at":"2026-10-01T12:00:00Z","attempt":1,\
      "attemptId":"00000000-0000-0000-0000-000000000001","fingerprint":"%s","kind":"video",\
      "model":"veo-3.1","provider":"veo","reserved":{"amount":3.2,"currency":"USD"},"slot":"%s",\
      "state":"INTENT","version":1}
      """
          .formatted("a".repeat(64), "b".repeat(64));

  @TempDir Path root;

  @Test
  void open_journalWithoutPayers_isNobodysAndCountsFromWhenItWasWritten() throws IOException {
    writeJournal();

    try (var ledger = Ledgers.directory(root)) {
      var step = ledger.all().get(0);
      assertThat(step.payer()).isEqualTo(Payer.NOBODY);
      assertThat(step.announcedAt()).isEqualTo(step.at()).isEqualTo("2026-10-01T12:00:00Z");
      assertThat(step.earlier()).isEmpty();
      var limit = Budget.total(Money.usd("3.50")).limits().get(0);
      assertThat(ledger.counted(limit, Instant.now())).isEqualTo(Money.usd("3.20"));
      assertThatThrownBy(() -> ledger.write(Steps.intent(1, 1), List.of(limit)))
          .isInstanceOf(VidgenException.class)
          .hasMessageContaining("USD 0.30 left");
      ledger.write(Steps.intent(2, 1));
    }
    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).hasSize(2);
    }
  }

  private void writeJournal() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(JournalReader.TITLE.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(Frame.encode(1, STEP.getBytes(StandardCharsets.UTF_8)));
    var journal = Files.createDirectories(root.resolve("journal")).resolve("00000001.log");
    Files.write(journal, bytes.toByteArray());
  }
}
