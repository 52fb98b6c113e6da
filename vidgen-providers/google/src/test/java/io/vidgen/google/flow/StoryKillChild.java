package io.vidgen.google.flow;

import io.vidgen.testkit.CrashingLedger;
import java.nio.file.Path;
import java.util.HashMap;

/**
 * Renders a chain until a write of its ledger, and is gone. Arguments: directory, number of the
 * write, whether it dies after it, and settings as NAME=VALUE.
 */
final class StoryKillChild {
  static final int CRASHED = 137;

  private StoryKillChild() {}

  public static void main(String[] args) throws InterruptedException {
    var point =
        new CrashingLedger.Point("", Integer.parseInt(args[1]), Boolean.parseBoolean(args[2]));
    var settings = new HashMap<String, String>();
    for (int i = 3; i < args.length; i++) {
      var parts = args[i].split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    var unused =
        StoryFlows.inProcess(
            Path.of(args[0]),
            ledger -> new CrashingLedger(ledger, point, () -> Runtime.getRuntime().halt(CRASHED)),
            StoryFlows.unfilmed(settings),
            pipeline -> pipeline.submit(StoryFlows.chain(6)));
    Runtime.getRuntime().halt(1);
  }
}
