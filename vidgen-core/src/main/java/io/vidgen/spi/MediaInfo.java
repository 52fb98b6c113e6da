package io.vidgen.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a media file holds.
 *
 * @param duration its length; zero for a still picture
 * @param video its picture, null when it has none
 * @param audio its sound, null when it has none
 */
public record MediaInfo(
    Duration duration, @Nullable VideoStream video, @Nullable AudioStream audio) {

  /**
   * A stream of pictures.
   *
   * @param codec name, such as {@code h264}
   * @param profile name, such as {@code High}, empty when not said
   * @param pixelFormat such as {@code yuv420p}
   * @param width pixels, as shown (after rotation)
   * @param height pixels, as shown (after rotation)
   * @param frameRate frames per second, 0 when not said
   */
  public record VideoStream(
      String codec, String profile, String pixelFormat, int width, int height, double frameRate) {}

  /**
   * A stream of sound.
   *
   * @param codec name, such as {@code aac}
   * @param sampleRate Hz
   * @param channels 1 for mono
   */
  public record AudioStream(String codec, int sampleRate, int channels) {}
}
