package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where Wav2Lip's files may be: it takes what follows the first dot of a face's path for its kind,
 * and passes paths to a shell without quotes.
 */
final class SafePlace {
  private static final Pattern SAFE = Pattern.compile("([A-Za-z]:)?[A-Za-z0-9_/\\\\-]+");
  private static final String REMEDY =
      "set vidgen.wav2lip.work-directory to a directory whose absolute path has only letters,"
          + " digits, - and _";

  private SafePlace() {}

  static boolean isSafe(String path) {
    return SAFE.matcher(path).matches();
  }

  /** The chosen directory, or the first of the usual ones that is safe. */
  static Path find(@Nullable Path chosen) {
    if (chosen != null) {
      return usable(chosen)
          .orElseThrow(
              () ->
                  VidgenException.of(
                      FailureKind.INVALID_REQUEST,
                      "Wav2Lip cannot work in " + chosen + ", or it is not there",
                      REMEDY));
    }
    return usual()
        .flatMap(place -> usable(place).stream())
        .findFirst()
        .orElseThrow(
            () ->
                VidgenException.of(
                    FailureKind.LOCAL, "Wav2Lip can work in no temporary directory", REMEDY));
  }

  private static Stream<Path> usual() {
    return Stream.concat(
            Stream.of(System.getProperty("java.io.tmpdir", "")),
            List.of("/tmp", "/var/tmp").stream())
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }

  private static Optional<Path> usable(Path place) {
    try {
      var real = place.toRealPath();
      return Files.isDirectory(real) && Files.isWritable(real) && isSafe(real.toString())
          ? Optional.of(real)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
