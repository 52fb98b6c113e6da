package io.vidgen.internal.video;

import io.vidgen.model.Timeline;
import io.vidgen.spi.FinishResult;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.MixResult;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of video ends with.
 *
 * @param about what is told of it
 * @param video the finished file
 * @param poster a frame of it
 * @param captions its captions
 * @param mix its sound, null when that was kept as it was
 * @param timeline what is seen and heard, and when
 * @param story how its scenes were made, null for another kind of video
 */
public record FinishedVideo(
    About about,
    FinishResult video,
    ImageResult poster,
    CaptionFiles captions,
    @Nullable MixResult mix,
    Timeline timeline,
    @Nullable StoryNote story)
    implements Finished {}
