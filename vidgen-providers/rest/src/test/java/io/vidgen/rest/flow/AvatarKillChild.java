package io.vidgen.rest.flow;

import io.vidgen.ledger.Ledger;
import io.vidgen.testkit.CrashingLedger;
import java.net.URI;
import java.nio.file.Path;

/**
 * Renders until a write of its ledger, and is gone. Arguments: directory, address of the sandbox,
 * who speaks, the face, number of the write, and whether it dies after it.
 */
final class AvatarKillChild {
  static final int CRASHED = 137;

  private AvatarKillChild() {}

  public static void main(String[] args) throws InterruptedException {
    var point =
        new CrashingLedger.Point("", Integer.parseInt(args[4]), Boolean.parseBoolean(args[5]));
    var unused =
        Flows.render(
            Path.of(args[0]),
            URI.create(args[1]),
            Flows.Voice.valueOf(args[2]),
            Path.of(args[3]),
            ledger -> mortal(ledger, point));
    Runtime.getRuntime().halt(1);
  }

  private static Ledger mortal(Ledger ledger, CrashingLedger.Point point) {
    return new CrashingLedger(ledger, point, () -> Runtime.getRuntime().halt(CRASHED));
  }
}
