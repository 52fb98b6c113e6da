package io.vidgen.spi;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** For providers that start a program of this machine: where it is, and what it may know. */
public final class LocalPrograms {
  private static final Set<String> PASSED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "TEMP",
          "TMP",
          "SYSTEMROOT",
          "SYSTEMDRIVE",
          "WINDIR",
          "COMSPEC",
          "PATHEXT",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA",
          "PROGRAMDATA",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          "DYLD_FALLBACK_LIBRARY_PATH",
          "PYTHONHOME",
          "PYTHONPATH",
          "VIRTUAL_ENV");

  private static final List<String> BEGINNINGS = List.of("LC_", "XDG_");

  private static final List<String> SECRET =
      List.of("KEY", "TOKEN", "SECRET", "PASS", "CREDENTIAL");

  private LocalPrograms() {}

  /**
   * Finds a program without starting anything: where a setting says, or else on the {@code PATH}.
   *
   * @param config settings
   * @param setting name of the setting that may hold its path; if it is set, nothing else is tried
   * @param names its names on the {@code PATH}, the best first; each with {@code .exe}, too
   * @return its absolute path, as it runs in another directory; empty when it is not there or not
   *     executable
   */
  public static Optional<Path> find(ProviderConfig config, String setting, String... names) {
    var chosen = config.value(setting);
    if (chosen.isPresent()) {
      return path(chosen.get().strip()).filter(LocalPrograms::runs);
    }
    var places = config.environment("PATH").orElse("").split(File.pathSeparator, -1);
    return Arrays.stream(places)
        .filter(place -> !place.isBlank())
        .flatMap(place -> path(place).stream())
        .flatMap(place -> Arrays.stream(names).flatMap(name -> files(place, name)))
        .filter(LocalPrograms::runs)
        .findFirst();
  }

  /**
   * Takes out of a program's environment all but what programs need to run: no keys or passwords
   * are left. To be called with {@link ProcessBuilder#environment()} before the start.
   *
   * @param environment variables by their names; is changed
   * @param more names of other variables that this program needs; one that ends in {@code *} stands
   *     for all that begin so and do not look like a secret
   */
  public static void reduce(Map<String, String> environment, String... more) {
    environment.keySet().removeIf(name -> !isPassed(name.toUpperCase(Locale.ROOT), more));
  }

  private static boolean isPassed(String name, String... more) {
    return PASSED.contains(name)
        || Arrays.asList(more).contains(name)
        || (beginnings(more).anyMatch(name::startsWith)
            && SECRET.stream().noneMatch(name::contains));
  }

  private static Stream<String> beginnings(String... more) {
    var asked =
        Arrays.stream(more)
            .filter(name -> name.endsWith("*"))
            .map(name -> name.substring(0, name.length() - 1));
    return Stream.concat(BEGINNINGS.stream(), asked);
  }

  private static Stream<Path> files(Path place, String name) {
    return Stream.of(name, name + ".exe").map(place::resolve);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean runs(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
