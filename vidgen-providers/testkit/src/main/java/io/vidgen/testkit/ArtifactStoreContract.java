package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.ledger.ArtifactStore;
import io.vidgen.model.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every store of artifacts must do. Extend it and say how one is opened. */
@Timeout(300)
public abstract class ArtifactStoreContract {
  private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

  /** An empty directory, new for each test. */
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before anything else runs.
  protected Path place;

  private ArtifactStore store;

  /** For subclasses. */
  protected ArtifactStoreContract() {}

  /**
   * Opens an empty store.
   *
   * @param place an empty directory that it may use
   * @return the store
   * @throws Exception if it cannot be opened
   */
  protected abstract ArtifactStore open(Path place) throws Exception;

  /**
   * Closes what {@link #open} opened.
   *
   * @throws Exception if that fails
   */
  protected abstract void close() throws Exception;

  @BeforeEach
  final void openStore() throws Exception {
    store = open(place);
  }

  @AfterEach
  final void closeStore() throws Exception {
    close();
  }

  @Test
  void take_file_isFoundAndGoneWhereItWas() throws Exception {
    var file = file(HELLO);

    var artifact = store.take(file, "text/plain");

    var digest = MessageDigest.getInstance("SHA-256").digest(HELLO);
    assertThat(artifact.digest().hex()).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(artifact.size()).isEqualTo(HELLO.length);
    assertThat(artifact.mediaType()).isEqualTo("text/plain");
    assertThat(store.find(artifact).orElseThrow()).hasBinaryContent(HELLO);
    assertThat(file).doesNotExist();
  }

  @Test
  void take_emptyFile_isFound() throws IOException {
    var artifact = store.take(file(new byte[0]), "text/plain");

    assertThat(store.find(artifact).orElseThrow()).isEmptyFile();
  }

  @Test
  void take_sameBytesTwice_areTheSameArtifact() throws IOException {
    var first = store.take(file(HELLO), "text/plain");
    var again = file(HELLO);

    assertThat(store.take(again, "text/plain")).isEqualTo(first);
    assertThat(again).doesNotExist();
    assertThat(store.verify(first)).isTrue();
  }

  @Test
  void take_sameBytesInManyThreads_allFindThem() throws Exception {
    var bytes = new byte[200_000];
    var work = new ArrayList<Callable<Artifact>>();
    for (int i = 0; i < 8; i++) {
      var file = file(bytes);
      work.add(() -> store.take(file, "video/mp4"));
    }
    var pool = Executors.newFixedThreadPool(8);
    try {
      for (var artifact : pool.invokeAll(List.copyOf(work))) {
        assertThat(store.verify(artifact.get(100, TimeUnit.SECONDS))).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void take_missingFile_isRefused() throws IOException {
    var missing = store.newWorkDirectory().resolve("missing");

    assertThatThrownBy(() -> store.take(missing, "text/plain")).isInstanceOf(IOException.class);
  }

  @Test
  void take_directory_isRefusedAndStays() throws IOException {
    var directory = store.newWorkDirectory();

    assertThatThrownBy(() -> store.take(directory, "text/plain")).isInstanceOf(IOException.class);
    assertThat(directory).isDirectory();
  }

  @Test
  void take_blankMediaType_isRefusedAndTheFileStays() throws IOException {
    var file = file(HELLO);

    assertThatThrownBy(() -> store.take(file, " ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(file).hasBinaryContent(HELLO);
  }

  @Test
  void find_neverTaken_isEmpty() {
    assertThat(store.find(new Artifact(SampleSteps.fingerprint(1), "text/plain", 5))).isEmpty();
  }

  @Test
  void find_anotherSize_isEmpty() throws IOException {
    var artifact = store.take(file(HELLO), "text/plain");

    assertThat(store.find(new Artifact(artifact.digest(), "text/plain", 4))).isEmpty();
  }

  @Test
  void newWorkDirectory_twice_areTwoEmptyOnes() throws IOException {
    var first = store.newWorkDirectory();
    var second = store.newWorkDirectory();

    assertThat(first).isEmptyDirectory().isNotEqualTo(second);
    assertThat(second).isEmptyDirectory();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(store.newWorkDirectory().resolve("file"), bytes);
  }
}
