package io.vidgen.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.internal.io.FileTrees;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process in the middle of its work; nothing that it called safe may be lost. */
class CrashTest {
  @TempDir Path root;

  private final Map<Integer, Long> steps = new HashMap<>();
  private final Set<Artifact> artifacts = new HashSet<>();
  private final Map<String, Integer> videos = new HashMap<>();
  private int lastRound;

  @Test
  @Timeout(300)
  void reopen_afterFourKills_hasEverythingThatWasAcknowledged() throws Exception {
    killAndCheck(4, new Random(42));
  }

  @Test
  @Tag("soak")
  @Timeout(600)
  void reopen_afterFiftyKills_hasEverythingThatWasAcknowledged() throws Exception {
    killAndCheck(50, new Random(4711));
  }

  private void killAndCheck(int kills, Random random) throws Exception {
    for (int kill = 0; kill < kills; kill++) {
      runAndKill(1 + random.nextInt(120), random.nextInt(3_000_000));
      check();
    }
  }

  /** Kills after a number of lines and a further moment, so that it hits any point of a round. */
  private void runAndKill(int lines, long nanos) throws Exception {
    var child = start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
      assertThat(out.readLine()).as(this::errors).isEqualTo("ready");
      for (int i = 0; i < lines; i++) {
        note(out.readLine());
      }
      long until = System.nanoTime() + nanos;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      child.destroyForcibly();
      drain(out);
    } finally {
      child.destroyForcibly();
      assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + root,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            CrashChild.class.getName(),
            root.toString(),
            Integer.toString(lastRound + 1))
        .redirectError(root.resolve("errors.txt").toFile())
        .start();
  }

  /** Reads what was said before the kill; Java may close the pipe of a dead process under us. */
  private void drain(BufferedReader out) {
    try {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        note(line);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("closed");
    }
  }

  private void note(String line) {
    var words = line.split(" ");
    switch (words[0]) {
      case "step" -> steps.put(Integer.valueOf(words[1]), Long.valueOf(words[2]));
      case "artifact" ->
          artifacts.add(
              new Artifact(new Fingerprint(words[1]), "video/mp4", Long.parseLong(words[2])));
      case "video" -> {
        lastRound = Integer.parseInt(words[2]);
        videos.put(words[1], lastRound);
      }
      default -> throw new IllegalStateException(line);
    }
  }

  private void check() throws IOException {
    try (var ledger = Ledgers.directory(root.resolve("ledger"))) {
      checkLedger(ledger);
    }
    try (var storage = Storages.directory(root.resolve("videos"))) {
      checkVideos(storage);
      storage.deleteExpired(Instant.EPOCH);
      assertThat(FileTrees.children(root.resolve("videos/.work"))).hasSize(1);
    }
  }

  private void checkVideos(VideoStorage storage) throws IOException {
    assertThat(storage.list()).hasSizeBetween(videos.size(), 5);
    for (var video : videos.entrySet()) {
      int round =
          Integer.parseInt(storage.find(video.getKey()).orElseThrow().metadata().get("round"));
      assertThat(round).isGreaterThanOrEqualTo(video.getValue());
    }
    for (var stored : storage.list()) {
      int round = Integer.parseInt(stored.metadata().get("round"));
      assertThat(stored.files()).containsOnlyKeys("video.mp4", "again.mp4");
      for (var file : stored.files().values()) {
        assertThat(Files.readAllBytes(file)).isEqualTo(CrashChild.bytes(round));
      }
    }
  }

  private void checkLedger(Ledger ledger) throws IOException {
    for (var step : steps.entrySet()) {
      var found = ledger.find(CrashChild.fingerprint(step.getKey())).orElseThrow();
      assertThat(found.version()).isGreaterThanOrEqualTo(step.getValue());
    }
    for (var artifact : artifacts) {
      assertThat(ledger.artifacts().verify(artifact)).isTrue();
    }
    for (var record : ledger.all()) {
      assertThat(ledger.artifacts().verify(record.result())).isTrue();
    }
    assertThat(root.resolve("ledger/work")).isEmptyDirectory();
  }

  private String errors() {
    try {
      return Files.readString(root.resolve("errors.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
