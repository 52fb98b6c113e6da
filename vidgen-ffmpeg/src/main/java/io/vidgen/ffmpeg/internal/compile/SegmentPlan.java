package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.model.Quality;
import io.vidgen.model.Transition.Kind;
import io.vidgen.model.VideoFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment with all that is known about its files.
 *
 * @param format size of the picture
 * @param frameRate frames per second
 * @param frames its length
 * @param layers one, or two for a transition
 * @param transition how they change over, null for a body
 * @param captions name of an ASS file in the directory where ffmpeg runs, null for none
 * @param quality how carefully it is encoded
 * @param threads threads of the encoder, 0 for its own choice
 */
public record SegmentPlan(
    VideoFormat format,
    int frameRate,
    int frames,
    List<LayerPlan> layers,
    @Nullable Kind transition,
    @Nullable String captions,
    Quality quality,
    int threads) {

  /** Copies the list. */
  public SegmentPlan {
    layers = List.copyOf(layers);
  }

  /** Whether a file is read from a place that was only guessed. */
  public boolean guessed() {
    return layers.stream()
        .anyMatch(layer -> layer.lead() == LayerPlan.GUESSED && !layer.input().still());
  }

  /** The same with all files read from their beginning: slow, but nothing can be missed. */
  public SegmentPlan fromBeginning() {
    var slow = layers.stream().map(LayerPlan::fromBeginning).toList();
    return new SegmentPlan(format, frameRate, frames, slow, transition, captions, quality, threads);
  }

  /** Whether moving pictures are in it, which must not stand still. */
  public boolean footage() {
    return layers.stream().anyMatch(layer -> !layer.input().still());
  }
}
