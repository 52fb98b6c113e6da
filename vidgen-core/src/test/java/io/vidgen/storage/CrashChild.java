package io.vidgen.storage;

import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A process that works until it is killed. For each round it says on its output what is certain:
 * {@code artifact <digest> <size>}, {@code step <number> <version>}, {@code video <id> <round>}.
 */
final class CrashChild {
  private CrashChild() {}

  public static void main(String[] arguments) throws IOException {
    var root = Path.of(arguments[0]);
    int first = Integer.parseInt(arguments[1]);
    try (var ledger = Ledgers.directory(root.resolve("ledger"));
        var storage = Storages.directory(root.resolve("videos"))) {
      say("ready");
      for (int round = first; ; round++) {
        var file = Files.write(ledger.artifacts().newWorkDirectory().resolve("f"), bytes(round));
        var artifact = ledger.artifacts().take(file, "video/mp4");
        say("artifact " + artifact.digest().hex() + " " + artifact.size());
        int step = round % 40;
        long version = ledger.find(fingerprint(step)).map(StepRecord::version).orElse(0L) + 1;
        ledger.write(record(step, version, artifact));
        say("step " + step + " " + version);
        var id = "video-" + round % 5;
        var path = ledger.artifacts().find(artifact).orElseThrow();
        var files = Map.of("video.mp4", path, "again.mp4", path);
        var metadata = Map.of("round", Integer.toString(round));
        storage.store(id, files, metadata, Duration.ofDays(1));
        say("video " + id + " " + round);
      }
    }
  }

  static byte[] bytes(int round) {
    var bytes = new byte[2000 + round % 7 * 5000];
    new Random(round).nextBytes(bytes);
    return bytes;
  }

  static Fingerprint fingerprint(int step) {
    return new Fingerprint("%064x".formatted(step));
  }

  private static StepRecord record(int step, long version, Artifact result) {
    return new StepRecord(
        fingerprint(step),
        fingerprint(step),
        "video",
        "test",
        "m",
        StepState.COMPLETED,
        1,
        "00000000-0000-0000-0000-000000000001",
        version,
        null,
        result,
        List.of(),
        Money.usd("1"),
        Money.usd("0.4"),
        false,
        null,
        Payer.NOBODY,
        Instant.EPOCH,
        List.of(),
        Instant.EPOCH,
        null);
  }

  /** One write to the pipe, so that a line arrives whole or not at all. */
  private static void say(String what) {
    var line = (what + "\n").getBytes(StandardCharsets.US_ASCII);
    System.out.write(line, 0, line.length);
    System.out.flush();
  }
}
