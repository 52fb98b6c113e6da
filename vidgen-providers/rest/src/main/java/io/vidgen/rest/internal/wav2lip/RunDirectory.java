package io.vidgen.rest.internal.wav2lip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The working directory of one run. Wav2Lip writes into {@code temp/} below it, so that two runs in
 * one directory would spoil each other's files; everything else of the repository is linked.
 */
final class RunDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunDirectory.class);

  /** What a run writes. */
  private static final Set<String> OWN = Set.of("temp", "results");

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  static RunDirectory create(Path place, Path repository) throws IOException {
    var made = new RunDirectory(Files.createTempDirectory(place, "vidgen-wav2lip-"));
    try {
      for (var name : OWN) {
        Files.createDirectory(made.path.resolve(name));
      }
      made.linkAll(repository);
      return made;
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  /** Gives a file a plain name. */
  Path take(Path file, String name) throws IOException {
    var taken = path.resolve(name);
    if (!link(file, taken)) {
      Files.copy(file, taken);
    }
    return taken;
  }

  private void linkAll(Path repository) throws IOException {
    try (var entries = Files.newDirectoryStream(repository)) {
      for (var entry : entries) {
        var name = entry.getFileName().toString();
        // Without links, relative paths inside the repository are not found; its own code needs
        // none, and Python finds modules beside the script.
        if (!OWN.contains(name) && !link(entry, path.resolve(name))) {
          return;
        }
      }
    }
  }

  private static boolean link(Path file, Path link) {
    try {
      Files.createSymbolicLink(link, file.toAbsolutePath());
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("no symbolic links here", e);
      return false;
    }
  }

  /** Deletes it; links are deleted, not what they lead to. */
  @Override
  public void close() {
    try (var all = Files.walk(path)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("a working directory of Wav2Lip could not be deleted: {}", path, e);
    }
  }
}
