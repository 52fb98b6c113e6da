package io.vidgen.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.io.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLedgerTest {
  @TempDir Path root;

  @Test
  void open_afterClose_hasEveryComponentOfEveryRecord() {
    var written = List.of(Steps.full(1, 1), Steps.intent(2, 1));
    try (var ledger = Ledgers.directory(root)) {
      written.forEach(ledger::write);
    }

    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).isEqualTo(written);
      assertThat(ledger.inSlot(written.get(0).slot())).containsExactly(written.get(0));
    }
  }

  @Test
  void open_whereDigitsAreNotLatin_findsTheSameRecords() {
    var usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(String.format(Locale.getDefault(), "%d", 1)).isNotEqualTo("1");
      open_afterClose_hasEveryComponentOfEveryRecord();
      assertThat(root.resolve("journal/00000001.log")).exists();
    } finally {
      Locale.setDefault(usual);
    }
    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).hasSize(2);
    }
  }

  @Test
  void open_journalOfAnotherName_isRefusedUntilItIsRenamed() throws IOException {
    try (var ledger = Ledgers.directory(root)) {
      ledger.write(Steps.full(1, 1));
    }
    var journal = root.resolve("journal/00000001.log");
    var other = Files.move(journal, journal.resolveSibling("1.log"));

    assertThatThrownBy(() -> Ledgers.directory(root))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.LOCAL))
        .hasMessageContaining(other.toString())
        .hasMessageContaining("rename it to 00000001.log");
    assertThat(journal).doesNotExist();

    Files.move(other, journal);
    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).containsExactly(Steps.full(1, 1));
    }
  }

  @Test
  void open_twiceInOneProcess_isRefusedAndTheFirstGoesOn() {
    try (var first = Ledgers.directory(root)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> Ledgers.directory(root))
            .isInstanceOfSatisfying(
                VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.LOCAL))
            .hasMessageContaining(root.toString())
            .hasMessageContaining("in use by this process")
            .hasMessageContaining("close the other one");
      }
      first.write(Steps.intent(1, 1));
    }
    assertThatCode(() -> Ledgers.directory(root).close()).doesNotThrowAnyException();
  }

  @Test
  void open_whereAFileIs_saysWhatToCheck() throws IOException {
    var file = Files.createFile(root.resolve("file"));

    assertThatThrownBy(() -> Ledgers.directory(file))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void open_workOfACrash_isGone() throws IOException {
    var leftover = Files.createDirectories(root.resolve("work/123"));
    Files.writeString(leftover.resolve("half.mp4"), "half");

    try (var ledger = Ledgers.directory(root)) {
      assertThat(leftover).doesNotExist();
      assertThat(ledger.artifacts().newWorkDirectory()).isEmptyDirectory();
    }
  }

  @Test
  void write_afterClose_isRefused() {
    var ledger = Ledgers.directory(root);
    ledger.close();

    assertThatThrownBy(() -> ledger.write(Steps.intent(1, 1)))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void write_interruptedThread_writesAndStaysInterrupted() {
    try (var ledger = Ledgers.directory(root)) {
      Thread.currentThread().interrupt();
      ledger.write(Steps.intent(1, 1));
      assertThat(Thread.interrupted()).isTrue();
      ledger.write(Steps.intent(1, 2));
    }
    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).containsExactly(Steps.intent(1, 2));
    }
  }

  @Test
  void write_eightThreadsOnOneStep_oneWinsEachVersion() throws Exception {
    var won = Collections.synchronizedList(new ArrayList<Long>());
    var pool = Executors.newFixedThreadPool(8);
    try (var ledger = Ledgers.directory(root)) {
      var work = new ArrayList<Future<?>>();
      for (int t = 0; t < 8; t++) {
        work.add(pool.submit(() -> contend(ledger, won)));
      }
      for (var future : work) {
        future.get(100, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(won).doesNotHaveDuplicates().hasSize(50);
    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.find(Steps.fingerprint(1)).orElseThrow().version()).isEqualTo(50);
    }
  }

  private static void contend(Ledger ledger, List<Long> won) {
    while (true) {
      long version = ledger.find(Steps.fingerprint(1)).map(StepRecord::version).orElse(0L) + 1;
      if (version > 50) {
        return;
      }
      try {
        ledger.write(Steps.intent(1, version));
        won.add(version);
      } catch (StaleWriteException e) {
        continue;
      }
    }
  }

  @Test
  void write_mostlyHistory_compactsAndLosesNothing() throws IOException {
    var often = new DirectoryLedger.Compaction(4000, 3);
    try (var ledger = DirectoryLedger.open(root, often, AppendFile::open)) {
      for (int version = 1; version <= 100; version++) {
        ledger.write(Steps.intent(2, version));
        ledger.write(Steps.intent(1, version));
      }
    }

    var journals = FileTrees.children(root.resolve("journal"));
    assertThat(journals).hasSize(1);
    assertThat(journals.get(0).getFileName().toString()).isNotEqualTo("00000001.log");
    assertThat(Files.size(journals.get(0))).isLessThan(6000);
    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).containsExactly(Steps.intent(2, 100), Steps.intent(1, 100));
    }
  }

  @Test
  void open_crashBetweenNewJournalAndEndOfTheOld_usesTheNew() throws IOException {
    try (var ledger = Ledgers.directory(root)) {
      ledger.write(Steps.intent(1, 1));
    }
    var journal = root.resolve("journal");
    Files.copy(journal.resolve("00000001.log"), journal.resolve("00000002.log"));
    Files.writeString(journal.resolve("00000003.log.tmp"), "vidgen-led");

    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).hasSize(1);
    }
    assertThat(FileTrees.children(journal)).containsExactly(journal.resolve("00000002.log"));
  }
}
