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
   * Finds out before any work is done whether a file can be written.
   *
   * @param out where a video will go
   * @throws VidgenException of kind {@link FailureKind#INVALID_REQUEST} if it cannot
   */
  public static void check(Path out) {
    try {
      if (Files.isDirectory(out)) {
        throw new IOException("it is a directory");
      }
      var folder = Objects.requireNonNull(out.toAbsolutePath().getParent(), "folder of the output");
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "vidgen", ".part"));
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.INVALID_REQUEST,
              "out: " + out + " cannot be written: " + e.getMessage(),
              "give a file in a folder that can be written"),
          e);
    }
  }

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
