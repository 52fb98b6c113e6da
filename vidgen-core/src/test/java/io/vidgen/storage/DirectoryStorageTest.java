package io.vidgen.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryStorageTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration DAY = VideoStorage.DEFAULT_LIFE;

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"nul", "CON", "com1.mp4", "aux.tar.gz", "a.", "..", "a/b", "a\\b", ".a"})
  void store_nameUnsafeSomewhere_isRefused(String name) throws IOException {
    try (var storage = open()) {
      var source = source("x");
      assertThatThrownBy(() -> storage.store(name, Map.of("v.mp4", source), Map.of(), DAY))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> storage.store("v", Map.of(name, source), Map.of(), DAY))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void find_whereDigitsAreNotLatin_givesTheNewest() throws IOException {
    var usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      try (var storage = open()) {
        store(storage, "v", "old");
        assertThat(store(storage, "v", "new")).endsWithRaw(Path.of("v", "00000002", "v.mp4"));
      }
      try (var storage = open()) {
        assertThat(storage.find("v").orElseThrow().files().get("v.mp4")).hasContent("new");
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void store_idIsALinkToElsewhere_isRefused() throws IOException {
    var elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    try (var storage = open()) {
      Files.createSymbolicLink(root().resolve("v"), elsewhere);

      assertThatThrownBy(() -> store(storage, "v", "x"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("symbolic link");
      assertThat(storage.list()).isEmpty();
      storage.deleteExpired(NOON.plus(DAY));
    }
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void find_fileReplacedByALink_isNotShown() throws IOException {
    try (var storage = open()) {
      var file = store(storage, "v", "x");
      Files.delete(file);
      Files.createSymbolicLink(file, source("y"));

      assertThat(storage.find("v")).isEmpty();
    }
  }

  @Test
  void store_editedAfterwards_leavesTheSourceAlone() throws IOException {
    try (var storage = open()) {
      var source = source("original");
      var stored = storage.store("v", Map.of("v.mp4", source), Map.of(), DAY);
      Files.writeString(stored.files().get("v.mp4"), "edited!!");

      assertThat(source).hasContent("original");
    }
  }

  @Test
  void find_crashBetweenNewAndOld_givesTheNewAndSweepsTheOld() throws IOException {
    try (var storage = open()) {
      var first = store(storage, "v", "old").getParent();
      var saved = Files.move(first, temp.resolve("saved"));
      var second = store(storage, "v", "new").getParent();
      Files.move(second, second.resolveSibling("00000002"));
      Files.move(saved, first);
      Files.createDirectories(second.resolveSibling("00000003"));

      assertThat(storage.find("v").orElseThrow().files().get("v.mp4")).hasContent("new");
      assertThat(storage.deleteExpired(NOON)).isZero();
      assertThat(first).doesNotExist();
      assertThat(storage.find("v")).isPresent();
    }
  }

  @Test
  void open_leftoversOfTheDead_areSweptButNotThoseOfTheLiving() throws IOException {
    var dead = Files.createDirectories(root().resolve(".work/dead/123")).getParent();
    try (var first = open();
        var second = open()) {
      assertThat(dead).doesNotExist();
      try (var owners = Files.list(root().resolve(".work"))) {
        assertThat(owners).hasSize(2);
      }
      store(first, "a", "a");
      store(second, "b", "b");
      assertThat(first.list()).isEqualTo(second.list()).hasSize(2);
    }
  }

  @Test
  void open_manyAtOnceOverLeftovers_allSweepInPeace() throws Exception {
    var pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 5; round++) {
        for (int dead = 0; dead < 5; dead++) {
          Files.createDirectories(root().resolve(".work/dead-" + dead + "/123"));
        }
        Callable<Integer> owner =
            () -> {
              try (var storage = open()) {
                return storage.deleteExpired(NOON);
              }
            };
        for (var done : pool.invokeAll(Collections.nCopies(8, owner))) {
          assertThat(done.get()).isZero();
        }
        assertThat(root().resolve(".work")).isEmptyDirectory();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void find_damagedMeta_saysWhichVideo() throws IOException {
    try (var storage = open()) {
      Files.writeString(store(storage, "v", "x").resolveSibling("meta.json"), "{");

      assertThatThrownBy(() -> storage.find("v"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(root().resolve("v").toString());
    }
  }

  @Test
  void store_endlessLife_isKept() throws IOException {
    try (var storage = open()) {
      var forever = Duration.ofSeconds(Long.MAX_VALUE);
      storage.store("v", Map.of("v.mp4", source("x")), Map.of(), forever);

      assertThat(storage.find("v").orElseThrow().expiresAt()).isEqualTo(Instant.MAX);
    }
  }

  @Test
  void delete_damagedMeta_makesRoom() throws IOException {
    try (var storage = open()) {
      Files.writeString(store(storage, "v", "x").resolveSibling("meta.json"), "{");

      assertThat(storage.delete("v")).isFalse();
      store(storage, "v", "y");
      assertThat(storage.find("v").orElseThrow().files().get("v.mp4")).hasContent("y");
    }
  }

  private Path store(VideoStorage storage, String id, String text) throws IOException {
    var stored = storage.store(id, Map.of("v.mp4", source(text)), Map.of(), DAY);
    return stored.files().get("v.mp4");
  }

  private VideoStorage open() {
    return Storages.directory(root(), InstantSource.fixed(NOON));
  }

  private Path root() {
    return temp.toAbsolutePath().resolve("videos");
  }

  private Path source(String text) throws IOException {
    return Files.writeString(Files.createTempFile(temp, "source", ""), text);
  }
}
