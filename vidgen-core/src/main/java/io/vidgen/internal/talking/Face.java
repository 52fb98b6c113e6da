package io.vidgen.internal.talking;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.ImportResult;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.UserFiles;
import io.vidgen.model.Artifact;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose lips move.
 *
 * @param file a file of the user's, null for one that is kept already or a presenter
 * @param kept a picture that is in the artifacts already, null for a file or a presenter
 */
record Face(@Nullable Path file, @Nullable Artifact kept) {

  /** A face that the provider has. */
  static final Face PRESENTER = new Face(null, null);

  /**
   * A face that can be sent.
   *
   * @param picture the picture, null for a presenter
   */
  record Shown(@Nullable Artifact picture) {}

  /** Empty while the user's file is not there yet. */
  Optional<Shown> need(UserFiles files, Memo memo, StepPort port) {
    var source = file;
    if (source == null) {
      return Optional.of(new Shown(kept));
    }
    var key = Place.WHOLE.key(UserFiles.IMPORT, "face");
    return port.need(memo.once(key, () -> files.imported(key, source)))
        .map(ImportResult::file)
        .map(Shown::new);
  }

  Shown standIn() {
    return new Shown(file == null ? kept : UserFiles.standIn(file, null));
  }
}
