package io.vidgen.spi;

import io.vidgen.model.Quality;
import io.vidgen.model.Transition.Kind;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the picture track: the body of a scene, or the transition between two.
 *
 * @param format size of the picture
 * @param frameRate frames per second
 * @param frames its length, 1 or more
 * @param layers one for a body; two for a transition, the leaving one first
 * @param transition how the two layers change over, over the whole segment; null for a body
 * @param captions text of an ASS file whose times begin with this segment, null for no caption
 * @param quality how carefully it is encoded
 */
public record SegmentRequest(
    VideoFormat format,
    int frameRate,
    int frames,
    List<Layer> layers,
    @Nullable Kind transition,
    @Nullable String captions,
    Quality quality) {

  /**
   * A picture in a segment.
   *
   * @param visual what is seen
   * @param offset how many frames of it were shown before this segment begins; 0 or more
   * @param total how many frames of it are shown in all segments together, for its motion
   */
  public record Layer(Visual visual, int offset, int total) {}

  /**
   * Copies the list and checks that layers and transition go together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public SegmentRequest {
    layers = List.copyOf(layers);
    if (frames < 1 || layers.size() != (transition == null ? 1 : 2)) {
      throw new IllegalArgumentException(
          "a body has 1 layer and a transition 2, of 1 frame or more; not "
              + layers.size()
              + " layers, "
              + frames
              + " frames");
    }
  }
}
