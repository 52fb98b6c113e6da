package io.vidgen.internal.video;

import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.model.Artifact;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.VideoComposer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Files that a request brings. Known by place, size and time, so that planning reads none. */
public final class UserFiles {
  /** The kind of the step that copies one. */
  public static final String IMPORT = "import";

  private final VideoComposer composer;

  /**
   * For files of one pipeline's requests.
   *
   * @param composer looks at what they hold
   */
  public UserFiles(VideoComposer composer) {
    this.composer = composer;
  }

  /**
   * Copies a file of sound or pictures.
   *
   * @param key name of the step
   * @param file the file
   * @return the step
   */
  public Step<ImportResult> imported(StepKey key, Path file) {
    var source = file.toAbsolutePath().normalize();
    return Steps.local(
        key,
        ImportResult.class,
        new Recipe(composer.id(), "import-2"),
        FileIdentity.of(source),
        Duration.ofMillis(300),
        context -> importFile(source, context));
  }

  private ImportResult importFile(Path source, CallContext context)
      throws IOException, InterruptedException {
    var info = composer.probe(source);
    var copy = context.workDirectory().resolve("import");
    Files.copy(source, copy);
    return new ImportResult(context.store(copy, MediaTypes.of(copy, info)), info);
  }

  /**
   * What a file will be once it is copied, to ask what that would cost.
   *
   * @param file the file
   * @param info what it holds, null when that is not known
   * @return an artifact of its type and size; nobody can read it
   */
  public static Artifact standIn(Path file, @Nullable MediaInfo info) {
    try {
      return StandIn.of(MediaTypes.of(file, info), Files.size(file));
    } catch (IOException e) {
      // A missing file is reported by the checks.
      return StandIn.of("application/octet-stream", 0);
    }
  }

  /**
   * What tells a file apart from what was there before.
   *
   * @param path where it is
   * @param size its length in bytes, -1 when it is not there
   * @param modified when it was written
   */
  public record FileIdentity(String path, long size, @Nullable String modified) {

    /**
     * Looks at a file.
     *
     * @param file the file
     * @return its identity now
     */
    public static FileIdentity of(Path file) {
      try {
        return new FileIdentity(
            file.toString(), Files.size(file), Files.getLastModifiedTime(file).toString());
      } catch (IOException e) {
        // A missing file is reported by the checks; here it only must not look like another one.
        return new FileIdentity(file.toString(), -1, null);
      }
    }
  }
}
