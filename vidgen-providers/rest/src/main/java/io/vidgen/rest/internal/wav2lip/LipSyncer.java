package io.vidgen.rest.internal.wav2lip;

import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Path;

/** A way to have lips moved. */
public interface LipSyncer {

  /**
   * What decides how its videos look.
   *
   * @return a text for fingerprints
   */
  String identity();

  /**
   * Moves the lips.
   *
   * @param files face and speech
   * @param context deadline, cancellation and work directory
   * @return a file in the work directory that may be a video
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  Path sync(FaceFiles files, CallContext context) throws IOException, InterruptedException;
}
