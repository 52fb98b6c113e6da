package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.storage.StoredVideo;
import io.vidgen.storage.VideoStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every storage of videos must do. Extend it and say how one is opened. */
@Timeout(300)
public abstract class VideoStorageContract {
  private static final Duration DAY = VideoStorage.DEFAULT_LIFE;

  /** An empty directory, new for each test. */
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before anything else runs.
  protected Path place;

  private final ManualClock clock = ManualClock.create();
  private VideoStorage storage;

  /** For subclasses. */
  protected VideoStorageContract() {}

  /**
   * Opens an empty storage.
   *
   * @param place an empty directory that it may use, or use as a name
   * @param clock the clock that it must go by
   * @return the storage
   * @throws Exception if it cannot be opened
   */
  protected abstract VideoStorage open(Path place, InstantSource clock) throws Exception;

  @BeforeEach
  final void openStorage() throws Exception {
    storage = open(Files.createDirectory(place.resolve("storage")), clock);
  }

  @AfterEach
  final void closeStorage() {
    storage.close();
  }

  @Test
  void store_files_areFoundWithAllThatWasSaid() throws IOException {
    var video = source("video");
    var files = Map.of("video.mp4", video, "captions.ass", source("captions"));

    var stored = storage.store("job-1", files, Map.of("title", "Été \"1\""), DAY);

    assertThat(storage.find("job-1")).contains(stored);
    assertThat(stored.id()).isEqualTo("job-1");
    assertThat(stored.files().get("video.mp4")).hasContent("video");
    assertThat(stored.files().get("captions.ass")).hasContent("captions");
    assertThat(stored.metadata()).isEqualTo(Map.of("title", "Été \"1\""));
    assertThat(stored.createdAt()).isEqualTo(clock.instant());
    assertThat(stored.expiresAt()).isEqualTo(clock.instant().plus(DAY));
    assertThat(video).hasContent("video");
  }

  @Test
  void store_sameIdAgain_replacesAllFiles() throws IOException {
    storage.store("v", Map.of("a.txt", source("1"), "b.txt", source("1")), Map.of(), DAY);
    storage.store("v", Map.of("a.txt", source("2")), Map.of("n", "2"), DAY);

    var found = storage.find("v").orElseThrow();
    assertThat(found.files()).containsOnlyKeys("a.txt");
    assertThat(found.files().get("a.txt")).hasContent("2");
    assertThat(found.metadata()).containsEntry("n", "2");
    assertThat(storage.list()).containsExactly(found);
  }

  @Test
  void store_aFileIsMissing_keepsWhatWasThere() throws IOException {
    storage.store("v", Map.of("a.txt", source("1")), Map.of(), DAY);
    var files = Map.of("a.txt", source("2"), "b.txt", place.resolve("missing"));

    assertThatThrownBy(() -> storage.store("v", files, Map.of(), DAY))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> storage.store("w", files, Map.of(), DAY))
        .isInstanceOf(IOException.class);

    assertThat(storage.find("v").orElseThrow().files().get("a.txt")).hasContent("1");
    assertThat(storage.find("w")).isEmpty();
  }

  @Test
  void store_nameNotAllowed_isRefused() throws IOException {
    var source = source("x");
    var bad =
        List.of("", ".", "..", ".a", "-a", "a/b", "../a", "a b", "\u00e9", "a\0", "nul", "a.");

    for (var name : bad) {
      assertThatThrownBy(() -> storage.store(name, Map.of("a.txt", source), Map.of(), DAY))
          .as("id '%s'", name)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> storage.store("v", Map.of(name, source), Map.of(), DAY))
          .as("file '%s'", name)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(storage.list()).isEmpty();
  }

  @Test
  void store_longestName_isKept() throws IOException {
    var id = "a".repeat(128);
    storage.store(id, Map.of("a.txt", source("x")), Map.of(), DAY);

    assertThat(storage.find(id)).isPresent();
    assertThatThrownBy(() -> storage.find(id + "a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void store_lifeNotOverZero_isRefused() throws IOException {
    var files = Map.of("a.txt", source("x"));

    assertThatThrownBy(() -> storage.store("v", files, Map.of(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void find_neverStored_isEmpty() throws IOException {
    assertThat(storage.find("nobody")).isEmpty();
    assertThat(storage.delete("nobody")).isFalse();
  }

  @Test
  void find_lifeOver_isEmptyAlsoBeforeItIsDeleted() throws IOException {
    storage.store("short", Map.of("a.txt", source("x")), Map.of(), Duration.ofHours(1));
    storage.store("long", Map.of("a.txt", source("x")), Map.of(), DAY);
    clock.advance(Duration.ofHours(1).minusNanos(1));
    assertThat(storage.find("short")).isPresent();
    clock.advance(Duration.ofNanos(1));

    assertThat(storage.find("short")).isEmpty();
    assertThat(storage.list()).extracting(StoredVideo::id).containsExactly("long");
  }

  @Test
  void deleteExpired_someAreOver_deletesTheseOnly() throws IOException {
    storage.store("short", Map.of("a.txt", source("x")), Map.of(), Duration.ofHours(1));
    var kept = storage.store("long", Map.of("a.txt", source("x")), Map.of(), DAY);

    assertThat(storage.deleteExpired(clock.instant())).isZero();
    assertThat(storage.deleteExpired(clock.advance(Duration.ofHours(1)))).isEqualTo(1);
    assertThat(storage.deleteExpired(clock.instant())).isZero();
    assertThat(storage.list()).containsExactly(kept);
  }

  @Test
  void delete_stored_isGoneAndItsIdFree() throws IOException {
    storage.store("v", Map.of("a.txt", source("1")), Map.of(), DAY);

    assertThat(storage.delete("v")).isTrue();
    assertThat(storage.find("v")).isEmpty();
    assertThat(storage.delete("v")).isFalse();
    storage.store("v", Map.of("a.txt", source("2")), Map.of(), DAY);
    assertThat(storage.find("v").orElseThrow().files().get("a.txt")).hasContent("2");
  }

  @Test
  void list_several_areOldestFirst() throws IOException {
    for (var id : List.of("c", "a", "b")) {
      storage.store(id, Map.of("a.txt", source("x")), Map.of(), DAY);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(storage.list()).extracting(StoredVideo::id).containsExactly("c", "a", "b");
  }

  @Test
  void store_manyThreadsOnOneId_oneOfThemIsThereAsAWhole() throws Exception {
    var work = new ArrayList<Callable<StoredVideo>>();
    for (int i = 0; i < 8; i++) {
      var text = Integer.toString(i);
      var files = Map.of("a.txt", source(text), "b.txt", source(text));
      work.add(() -> storage.store("v", files, Map.of("n", text), DAY));
    }
    var pool = Executors.newFixedThreadPool(8);
    try {
      for (var stored : pool.invokeAll(List.copyOf(work))) {
        stored.get(100, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }

    var found = storage.find("v").orElseThrow();
    assertThat(found.files().get("a.txt")).hasContent(found.metadata().get("n"));
    assertThat(found.files().get("b.txt")).hasContent(found.metadata().get("n"));
  }

  private Path source(String text) throws IOException {
    return Files.writeString(Files.createTempFile(place, "source", ""), text);
  }
}
