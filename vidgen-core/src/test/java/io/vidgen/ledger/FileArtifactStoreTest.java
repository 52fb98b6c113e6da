package io.vidgen.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.internal.io.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactStoreTest {
  @TempDir Path root;

  @Test
  void take_file_liesUnderItsDigest() throws IOException {
    var store = FileArtifactStore.open(root, Sync.DISK);
    var artifact = store.take(file("hello"), "text/plain");

    var hex = artifact.digest().hex();
    assertThat(store.find(artifact))
        .contains(root.resolve("artifacts").resolve(hex.substring(0, 2)).resolve(hex));
  }

  @Test
  void take_fromAnotherFileSystem_isCopied() throws IOException {
    var memory = Path.of("/dev/shm");
    assumeTrue(Files.isWritable(memory), "needs a second file system");
    assumeTrue(!Files.getFileStore(memory).equals(Files.getFileStore(root)));
    var store = FileArtifactStore.open(root, Sync.DISK);
    var file = Files.createTempFile(memory, "vidgen-test-", "");
    Files.writeString(file, "from elsewhere");

    var artifact = store.take(file, "text/plain");

    assertThat(store.find(artifact).orElseThrow()).hasContent("from elsewhere");
    assertThat(file).doesNotExist();
    assertThat(root.resolve("work")).isEmptyDirectory();
  }

  @Test
  void take_copyInStoreDamaged_healsIt() throws IOException {
    var store = FileArtifactStore.open(root, Sync.DISK);
    var artifact = store.take(file("hello"), "text/plain");
    Files.writeString(store.find(artifact).orElseThrow(), "jello");
    assertThat(store.verify(artifact)).isFalse();

    store.take(file("hello"), "text/plain");

    assertThat(store.verify(artifact)).isTrue();
  }

  @Test
  void take_symbolicLink_isRefusedAndStays() throws IOException {
    var store = FileArtifactStore.open(root, Sync.DISK);
    var link = Files.createSymbolicLink(root.resolve("link"), file("hello"));

    assertThatThrownBy(() -> store.take(link, "text/plain"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a regular file");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void take_interruptedThread_takesAndStaysInterrupted() throws IOException {
    var store = FileArtifactStore.open(root, Sync.DISK);
    var first = file("hello");
    var second = file("hello");
    Thread.currentThread().interrupt();
    store.take(first, "text/plain");
    var artifact = store.take(second, "text/plain");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.verify(artifact)).isTrue();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(root, "file", ""), text);
  }
}
