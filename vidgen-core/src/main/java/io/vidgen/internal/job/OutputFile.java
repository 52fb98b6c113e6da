package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;

/** The file that a user asked for: there whole, or not at all. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Copies a finished video.
   *
   * @param video the video
   * @param out where it goes; replaced when it is there
   * @throws VidgenException if it cannot be written
   */
  public static void copy(Path video, Path out) {
    try {
      var target = out.toAbsolutePath();
      var folder = Objects.requireNonNull(target.getParent(), "folder of the output");
      Files.createDirectories(folder);
      var part = folder.resolve(out.getFileName() + "." + UUID.randomUUID() + ".part");
      try {
        Files.copy(video, part);
        Files.move(
            part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.LOCAL,
              "the video could not be copied to " + out + ": " + e,
              "check the path and the space left"),
          e);
    }
  }
}
