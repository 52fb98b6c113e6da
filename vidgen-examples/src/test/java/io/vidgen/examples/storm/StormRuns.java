package io.vidgen.examples.storm;

import java.nio.file.Files;
import java.time.Duration;

/**
 * A storm, and the table of how its renders ended. Arguments: renders, 1000 by default, and a seed,
 * 1 by default. It costs nothing and needs no key.
 */
final class StormRuns {
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private StormRuns() {}

  public static void main(String[] args) throws Exception {
    int renders = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    try (var storm = new Storm(Files.createTempDirectory("storm"), seed, SILENCE)) {
      System.out.println(storm.run(renders));
    }
  }
}
