package io.vidgen.internal.narrated;

import io.vidgen.model.Timeline;
import io.vidgen.spi.FinishResult;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.MixResult;
import io.vidgen.spi.SegmentResult;
import java.util.List;

/**
 * Everything that a narrated video ends with.
 *
 * @param video the finished file
 * @param poster a frame of it
 * @param captions its captions
 * @param mix its sound
 * @param segments its picture, piece by piece
 * @param timeline what is seen and heard, and when
 */
public record NarratedVideo(
    FinishResult video,
    ImageResult poster,
    CaptionFiles captions,
    MixResult mix,
    List<SegmentResult> segments,
    Timeline timeline) {}
