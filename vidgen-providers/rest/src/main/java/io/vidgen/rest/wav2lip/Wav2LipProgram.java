package io.vidgen.rest.wav2lip;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Wav2Lip on this machine.
 *
 * @param directory a copy of the repository, with {@code inference.py}
 * @param python the Python that has its requirements
 * @param checkpoint the weights, such as {@code wav2lip_gan.pth}
 * @param workDirectory where its files may be, null for the system's temporary directory; its
 *     absolute path must hold nothing but letters, digits, {@code -}, {@code _} and separators,
 *     because Wav2Lip takes a dot for the end of a name and passes paths to a shell unquoted
 * @param moreArguments further arguments, such as {@code --wav2lip_batch_size 32}
 * @param parallel most runs at once; 1 by default, since one fills a graphics card
 * @param timeout longest run; 30 minutes by default
 */
public record Wav2LipProgram(
    Path directory,
    Path python,
    Path checkpoint,
    @Nullable Path workDirectory,
    List<String> moreArguments,
    int parallel,
    Duration timeout) {

  /** Copies the list and makes the paths absolute. */
  public Wav2LipProgram {
    directory = directory.toAbsolutePath();
    python = python.toAbsolutePath();
    checkpoint = checkpoint.toAbsolutePath();
    moreArguments = List.copyOf(moreArguments);
  }

  /**
   * With the defaults.
   *
   * @param directory a copy of the repository
   * @param python the Python that has its requirements
   * @param checkpoint the weights
   * @return the program
   */
  public static Wav2LipProgram of(Path directory, Path python, Path checkpoint) {
    return new Wav2LipProgram(
        directory, python, checkpoint, null, List.of(), 1, Duration.ofMinutes(30));
  }
}
