package io.vidgen.internal.captioned;

import io.vidgen.internal.video.Look;
import io.vidgen.job.Captioned;
import io.vidgen.model.Timeline;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.MediaInfo;

/**
 * Size, rate and length of the new video: those of the old one, as far as they can be.
 *
 * @param look how it looks
 * @param frames its length
 */
record Shape(Look look, int frames) {
  private static final int FASTEST = 120;
  private static final int SLOWEST = 24;
  private static final int LARGEST = 7680;
  private static final int SMALLEST = 16;

  /** Lengths are rounded by their files; a frame that is there for less than this is not shown. */
  private static final double NEARLY = 0.05;

  static Shape of(Captioned request, MediaInfo info) {
    var picture = info.video();
    if (picture == null) {
      throw new IllegalArgumentException("no picture");
    }
    int rate = rate(picture.frameRate());
    var format =
        request.format() != null
            ? request.format()
            : new VideoFormat(side(picture.width()), side(picture.height()));
    var look =
        new Look(format, rate, request.quality(), request.captions(), request.captionOptions());
    double frames = info.duration().toNanos() / 1e9 * rate;
    return new Shape(look, (int) Math.max(1, Math.floor(frames + NEARLY)));
  }

  /** Of a slow picture each frame is shown several times: captions come and go in between. */
  private static int rate(double own) {
    if (own <= 0) {
      return Timeline.FRAME_RATE;
    }
    int rate = (int) Math.max(1, Math.min(FASTEST, Math.round(own)));
    return rate * Math.max(1, (SLOWEST + rate - 1) / rate);
  }

  /** H.264 wants even sides. */
  private static int side(int pixels) {
    return Math.max(SMALLEST, Math.min(LARGEST, pixels / 2 * 2));
  }
}
