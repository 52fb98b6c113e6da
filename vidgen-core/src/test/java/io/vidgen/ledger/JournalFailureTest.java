package io.vidgen.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails in the middle of a write. */
class JournalFailureTest {
  private static final DirectoryLedger.Compaction RARELY =
      new DirectoryLedger.Compaction(1 << 20, 4);

  @TempDir Path root;
  private boolean full;
  private boolean syncFails;
  private boolean truncateFails;

  @Test
  void write_diskFull_changesNothingAndLaterWritesAreReadable() {
    try (var ledger = DirectoryLedger.open(root, RARELY, this::open)) {
      ledger.write(Steps.intent(1, 1));
      full = true;
      assertThatThrownBy(() -> ledger.write(Steps.intent(1, 2)))
          .isInstanceOf(VidgenException.class)
          .hasMessageContaining("No space left")
          .hasMessageContaining("free space");
      assertThat(ledger.find(Steps.fingerprint(1))).contains(Steps.intent(1, 1));
      full = false;
      ledger.write(Steps.intent(1, 2));
    }

    assertAfterReopening(Steps.intent(1, 2));
  }

  @Test
  void write_diskFullAndNotUndone_stopsInsteadOfWritingAfterGarbage() {
    try (var ledger = DirectoryLedger.open(root, RARELY, this::open)) {
      ledger.write(Steps.intent(1, 1));
      full = true;
      truncateFails = true;
      assertThatThrownBy(() -> ledger.write(Steps.intent(1, 2)));
      full = false;
      truncateFails = false;
      assertThatThrownBy(() -> ledger.write(Steps.intent(1, 2)))
          .hasMessageContaining("earlier write failed")
          .hasMessageContaining("open the ledger again");
    }

    assertAfterReopening(Steps.intent(1, 1));
  }

  @Test
  void write_syncFails_stopsBecauseNobodyKnowsWhatTheDiskHolds() {
    try (var ledger = DirectoryLedger.open(root, RARELY, this::open)) {
      ledger.write(Steps.intent(1, 1));
      syncFails = true;
      assertThatThrownBy(() -> ledger.write(Steps.intent(1, 2)));
      syncFails = false;
      assertThatThrownBy(() -> ledger.write(Steps.intent(1, 2)))
          .hasMessageContaining("earlier write failed");
      assertThat(ledger.all()).containsExactly(Steps.intent(1, 1));
    }

    assertAfterReopening(Steps.intent(1, 1));
  }

  @Test
  void write_compactionFails_goesOnWithTheOldJournal() {
    var always = new DirectoryLedger.Compaction(0, 1);
    try (var ledger =
        DirectoryLedger.open(
            root,
            always,
            path -> {
              if (path.toString().contains("00000002")) {
                throw new IOException("No space left on device");
              }
              return AppendFile.open(path);
            })) {
      ledger.write(Steps.intent(1, 1));
      ledger.write(Steps.intent(1, 2));
      ledger.write(Steps.intent(1, 3));
    }

    assertAfterReopening(Steps.intent(1, 3));
  }

  private void assertAfterReopening(StepRecord expected) {
    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).containsExactly(expected);
    }
  }

  private AppendFile open(Path path) throws IOException {
    var file = AppendFile.open(path);
    return new AppendFile() {
      @Override
      public void write(long offset, byte[] bytes) throws IOException {
        if (full) {
          file.write(offset, Arrays.copyOf(bytes, bytes.length / 2));
          throw new IOException("No space left on device");
        }
        file.write(offset, bytes);
      }

      @Override
      public void sync() throws IOException {
        if (syncFails) {
          throw new IOException("Input/output error");
        }
        file.sync();
      }

      @Override
      public void truncate(long length) throws IOException {
        if (truncateFails) {
          throw new IOException("Input/output error");
        }
        file.truncate(length);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
