package io.vidgen.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are, seen from wherever the tests run. */
final class Places {
  private Places() {}

  /** The folder of the whole project. */
  static Path root() {
    var here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("mvnw"))) {
      here = here.getParent();
    }
    return here;
  }
}
