package io.vidgen.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger makes of a journal that is not as it was left. */
class JournalDamageTest {
  @TempDir Path root;

  @Test
  void open_journalCutAnywhereInItsLastFrames_keepsAllWholeFrames() throws IOException {
    long two = lengthAfter(1, 2);
    long three = lengthAfter(3);
    long four = lengthAfter(4);
    try (var file = new RandomAccessFile(journal().toFile(), "rw")) {
      for (long cut = four; cut >= two; cut--) {
        file.setLength(cut);
        int expected = cut < three ? 2 : cut < four ? 3 : 4;
        assertThat(JournalReader.read(journal(), json -> {}).frames())
            .as("cut after %d bytes", cut)
            .isEqualTo(expected);
        if (cut % 200 == 0) {
          assertGoesOnWith(expected, root.resolve("copy-" + cut));
        }
      }
    }
  }

  private void assertGoesOnWith(int steps, Path copy) throws IOException {
    Files.createDirectories(copy.resolve("journal"));
    Files.copy(journal(), copy.resolve("journal").resolve("00000001.log"));
    try (var ledger = Ledgers.directory(copy)) {
      assertThat(ledger.all()).hasSize(steps);
      ledger.write(Steps.intent(99, 1));
    }
    try (var ledger = Ledgers.directory(copy)) {
      assertThat(ledger.all()).hasSize(steps + 1);
    }
  }

  @Test
  void open_anyBitFlipped_isRefusedAndNothingChanges() throws IOException {
    lengthAfter(1, 2, 3);
    var whole = Files.readAllBytes(journal());

    try (var file = new RandomAccessFile(journal().toFile(), "rw")) {
      for (int at = 0; at < whole.length; at += at < 300 ? 1 : 5) {
        file.seek(at);
        file.write(whole[at] ^ (1 << (at % 7)));
        assertThatThrownBy(() -> JournalReader.read(journal(), json -> {}))
            .as("bit flipped in byte %d", at)
            .isInstanceOf(VidgenException.class)
            .hasMessageContaining("00000001.log");
        if (at % 100 == 0) {
          var flipped = Files.readAllBytes(journal());
          assertThatThrownBy(() -> Ledgers.directory(root)).isInstanceOf(VidgenException.class);
          assertThat(Files.readAllBytes(journal())).isEqualTo(flipped);
        }
        file.seek(at);
        file.write(whole[at]);
      }
    }
  }

  @Test
  void open_damageInTheMiddle_saysWhereAndWhatToDo() throws IOException {
    long one = lengthAfter(1);
    lengthAfter(2, 3);
    var bytes = Files.readAllBytes(journal());
    bytes[(int) one + Frame.HEAD + 20] ^= 1;
    Files.write(journal(), bytes);

    assertThatThrownBy(() -> Ledgers.directory(root))
        .hasMessageContaining("damaged at byte " + one)
        .hasMessageContaining("backup")
        .hasMessageContaining("paid for again");
  }

  @Test
  void open_lengthGrewButBytesNeverCame_isATornWrite() throws IOException {
    long whole = lengthAfter(1, 2);
    var bytes = Files.readAllBytes(journal());
    Files.write(journal(), Arrays.copyOf(bytes, bytes.length + 3000));

    try (var ledger = Ledgers.directory(root)) {
      assertThat(ledger.all()).hasSize(2);
    }
    assertThat(Files.size(journal())).isEqualTo(whole);
  }

  @Test
  void open_emptySectorsInTheMiddle_isDamage() throws IOException {
    lengthAfter(1, 2, 3, 4, 5);
    var bytes = Files.readAllBytes(journal());
    Arrays.fill(bytes, 512, 1024, (byte) 0);
    Files.write(journal(), bytes);

    assertThatThrownBy(() -> Ledgers.directory(root)).hasMessageContaining("damaged");
  }

  @Test
  void open_missingFrame_isDamage() throws IOException {
    long one = lengthAfter(1);
    long two = lengthAfter(2);
    lengthAfter(3);
    var text = Files.readString(journal());
    Files.writeString(journal(), text.substring(0, (int) one) + text.substring((int) two));

    assertThatThrownBy(() -> Ledgers.directory(root))
        .hasMessageContaining("damaged at byte " + one);
  }

  @Test
  void open_newerFormat_isRefused() throws IOException {
    lengthAfter(1);
    Files.write(journal(), "vidgen-ledger 2\nwhatever".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> Ledgers.directory(root))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("format 2");
  }

  @Test
  void open_somethingElse_isRefused() throws IOException {
    lengthAfter(1);
    Files.writeString(journal(), "shopping list");

    assertThatThrownBy(() -> Ledgers.directory(root)).hasMessageContaining("damaged at byte 0");
  }

  /** Writes steps and gives the length of the journal. */
  private long lengthAfter(int... steps) throws IOException {
    try (var ledger = Ledgers.directory(root)) {
      for (int step : steps) {
        ledger.write(Steps.full(step, 1));
      }
    }
    return Files.size(journal());
  }

  private Path journal() {
    return root.resolve("journal").resolve("00000001.log");
  }
}
