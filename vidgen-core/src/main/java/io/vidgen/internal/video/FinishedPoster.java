package io.vidgen.internal.video;

import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ImageResult;

/**
 * A frame of a video that was not made.
 *
 * @param about what is told of it
 * @param poster the frame
 * @param format its size
 */
public record FinishedPoster(About about, ImageResult poster, VideoFormat format)
    implements Finished {}
