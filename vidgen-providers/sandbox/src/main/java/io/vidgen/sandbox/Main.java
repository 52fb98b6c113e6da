package io.vidgen.sandbox;

import io.vidgen.spi.AccountLimits;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox from the command line until the process is ended. */
public final class Main {
  private static final String USAGE =
      "usage: [--port N] [--seed N] [--scale X] [--books DIR] [--virtual-time INSTANT]"
          + " [--credits N] [--spend-limit USD] [--limit 'VENDOR PER_MINUTE AT_ONCE']... [--strict true] [--fault 'VENDOR OPERATION FAULT']...";

  private Main() {}

  /**
   * Starts it and prints the base addresses and the settings that make vidgen use them.
   *
   * @param args {@code --port 8899 --seed 7 --scale 0.1 --books DIR}
   * @throws InterruptedException if the thread was interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Sandbox sandbox;
    try {
      sandbox = start(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-close"));
    describe(sandbox, System.out);
    new CountDownLatch(1).await();
  }

  static Sandbox start(String... args) {
    var builder = Sandbox.builder();
    for (int i = 0; i + 1 < args.length; i += 2) {
      var value = args[i + 1];
      switch (args[i]) {
        case "--port" -> builder.port(Integer.parseInt(value));
        case "--seed" -> builder.seed(Long.parseLong(value));
        case "--scale" -> builder.scale(Double.parseDouble(value));
        case "--books" -> builder.books(Path.of(value));
        case "--virtual-time" -> builder.virtualTime(Instant.parse(value));
        case "--credits" -> builder.credits(new BigDecimal(value));
        case "--spend-limit" -> builder.spendLimit(new BigDecimal(value));
        case "--limit" -> limit(builder, value);
        case "--strict" -> builder.strict(isTrue(value));
        case "--fault" -> {}
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    if (args.length % 2 != 0) {
      throw new IllegalArgumentException("no value for " + args[args.length - 1]);
    }
    var sandbox = builder.start();
    try {
      for (int i = 0; i < args.length; i += 2) {
        if (args[i].equals("--fault")) {
          sandbox.inject(rule(args[i + 1]));
        }
      }
      return sandbox;
    } catch (IllegalArgumentException e) {
      sandbox.close();
      throw e;
    }
  }

  private static boolean isTrue(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException("'" + value + "' is neither true nor false");
    }
    return value.equals("true");
  }

  private static void limit(SandboxBuilder builder, String text) {
    var words = text.split(" ", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("'" + text + "' is not VENDOR PER_MINUTE AT_ONCE");
    }
    builder.limit(
        Vendor.of(words[0]),
        new AccountLimits(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
  }

  private static FaultRule rule(String text) {
    var words = text.split(" ", 3);
    if (words.length != 3) {
      throw new IllegalArgumentException("'" + text + "' is not VENDOR OPERATION FAULT");
    }
    return FaultRule.next(Vendor.of(words[0]), words[1], Fault.parse(words[2]));
  }

  static void describe(Sandbox sandbox, PrintStream out) {
    out.println("# sandbox at " + sandbox.address());
    for (Vendor vendor : Vendor.values()) {
      out.println("# " + vendor.prefix() + " at " + sandbox.url(vendor));
    }
    out.println("# books at " + sandbox.address() + "/sandbox/books");
    sandbox.environment().forEach((name, value) -> out.println(name + "=" + value));
    out.flush();
  }
}
