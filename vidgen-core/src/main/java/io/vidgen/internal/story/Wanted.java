package io.vidgen.internal.story;

import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.VendorVideo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clip whose inputs are known.
 *
 * @param clip the clip
 * @param cast who appears in it
 * @param length its length; of an extension, what is added
 * @param references pictures of who appears, the best first
 * @param firstFrame the picture that it begins with, null for any
 * @param lastFrame the picture that it ends with, null for any
 * @param extend the video that it goes on from, null for a new one
 */
record Wanted(
    PlannedClip clip,
    List<Character> cast,
    Duration length,
    List<Artifact> references,
    @Nullable Artifact firstFrame,
    @Nullable Artifact lastFrame,
    @Nullable VendorVideo extend) {

  /** Copies the lists. */
  Wanted {
    cast = List.copyOf(cast);
    references = List.copyOf(references);
  }

  /** Whether it shows what comes right after another clip. */
  boolean goesOn() {
    return clip.position() > 0 && (extend != null || (firstFrame != null && lastFrame == null));
  }
}
