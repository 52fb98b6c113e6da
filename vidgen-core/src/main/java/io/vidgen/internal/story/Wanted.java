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
 * @param asking how it is asked for
 */
record Wanted(
    PlannedClip clip,
    List<Character> cast,
    Duration length,
    List<Artifact> references,
    @Nullable Artifact firstFrame,
    @Nullable Artifact lastFrame,
    @Nullable VendorVideo extend,
    Asking asking) {

  /** Copies the lists. */
  Wanted {
    cast = List.copyOf(cast);
    references = List.copyOf(references);
  }

  /** As it is asked for at first. */
  Wanted(
      PlannedClip clip,
      List<Character> cast,
      Duration length,
      List<Artifact> references,
      @Nullable Artifact firstFrame,
      @Nullable Artifact lastFrame,
      @Nullable VendorVideo extend) {
    this(clip, cast, length, references, firstFrame, lastFrame, extend, Asking.first(clip.part()));
  }

  /** The same, asked for in another way. */
  Wanted asked(Asking other) {
    return new Wanted(clip, cast, length, references, firstFrame, lastFrame, extend, other);
  }

  /** Whether it shows what comes right after another clip. */
  boolean goesOn() {
    return clip.position() > 0 && (extend != null || (firstFrame != null && lastFrame == null));
  }
}
