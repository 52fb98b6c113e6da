package io.vidgen.ffmpeg.internal.find;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an ffmpeg: the one asked for, else one on the PATH, else one in a jar. */
public final class FfmpegLocator {
  /** What to do when there is none. */
  public static final String REMEDY =
      "install ffmpeg 4.4 or newer, or set VIDGEN_FFMPEG to its path, or add the dependency"
          + " io.vidgen:vidgen-ffmpeg-bundled (its binaries are GPL-3.0)";

  private static final Logger LOG = LoggerFactory.getLogger(FfmpegLocator.class);

  private final @Nullable Path chosen;
  private final String searchPath;
  private final Optional<BundledBinary> bundled;
  private final Path cache;

  /**
   * A locator.
   *
   * @param chosen the program asked for, null when nobody did
   * @param searchPath folders as in the variable PATH
   * @param bundled the program in a jar, if there is one
   * @param cache where a program from a jar is put
   */
  public FfmpegLocator(
      @Nullable Path chosen, String searchPath, Optional<BundledBinary> bundled, Path cache) {
    this.chosen = chosen;
    this.searchPath = searchPath;
    this.bundled = bundled;
    this.cache = cache;
  }

  /** Whether {@link #candidates()} would find any; starts and extracts nothing. */
  public boolean found() {
    return chosen != null
        ? Files.isExecutable(chosen)
        : onPath().isPresent() || bundled.isPresent();
  }

  /** What was asked for, for a message; empty when nobody asked. */
  public String chosen() {
    return chosen == null ? "" : chosen.toString();
  }

  /**
   * Every ffmpeg that may be used, best first; a bundled one is put into the cache only when it is
   * located.
   *
   * @throws VidgenException if there is none
   */
  public List<Candidate> candidates() {
    var found = new ArrayList<Candidate>();
    var wanted = chosen;
    if (wanted != null) {
      if (!Files.isExecutable(wanted)) {
        throw VidgenException.of(
            FailureKind.LOCAL,
            "there is no program " + wanted,
            "correct VIDGEN_FFMPEG or unset it");
      }
      return List.of(new Candidate(() -> wanted, wanted.toString(), true));
    }
    onPath().ifPresent(path -> found.add(new Candidate(() -> path, path + " on the PATH", false)));
    if (bundled.isPresent()) {
      var binary = bundled.get();
      found.add(new Candidate(() -> binary.extract(cache), "from " + binary.jar(), false));
    }
    if (found.isEmpty()) {
      throw VidgenException.of(FailureKind.LOCAL, "no ffmpeg was found", REMEDY);
    }
    return found;
  }

  private Optional<Path> onPath() {
    var name = File.separatorChar == '\\' ? "ffmpeg.exe" : "ffmpeg";
    for (var folder : searchPath.split(File.pathSeparator, -1)) {
      try {
        // a relative folder in PATH would run whatever lies in the current directory
        var program = Path.of(folder).resolve(name);
        if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
          return Optional.of(program);
        }
      } catch (InvalidPathException e) {
        LOG.debug("PATH holds what is no folder: {}", folder, e);
      }
    }
    return Optional.empty();
  }
}
