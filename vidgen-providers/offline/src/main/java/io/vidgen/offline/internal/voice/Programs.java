package io.vidgen.offline.internal.voice;

import io.vidgen.spi.ProviderConfig;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds programs without starting anything. */
public final class Programs {

  private Programs() {}

  /**
   * Finds a program.
   *
   * @param config settings
   * @param setting name of the setting that may hold its path
   * @param name its name on the PATH
   * @return its absolute path, as it runs in another directory; empty when it is not there or not
   *     executable
   */
  public static Optional<Path> find(ProviderConfig config, String setting, String name) {
    Optional<String> chosen = config.value(setting);
    if (chosen.isPresent()) {
      return path(chosen.get()).map(Path::toAbsolutePath).filter(Programs::runs);
    }
    String path = config.environment("PATH").orElse("");
    for (String directory : path.split(File.pathSeparator, -1)) {
      for (String file : List.of(name, name + ".exe")) {
        Optional<Path> found =
            directory.isBlank()
                ? Optional.empty()
                : path(directory).map(d -> d.resolve(file).toAbsolutePath());
        if (found.filter(Programs::runs).isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a path.
   *
   * @param text a path
   * @return the path; empty when this system cannot have such a path
   */
  public static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean runs(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
