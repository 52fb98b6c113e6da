package io.vidgen.sandbox.internal.media;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes videos in which a mouth moves with the loudness of a speech. */
public interface TalkingHeads {

  /**
   * What to make.
   *
   * @param face a picture (PNG, JPEG) or a video, which is repeated as needed; null for a drawn
   *     presenter
   * @param audio any file with sound; the video is as long as it
   * @param width pixels, even
   * @param height pixels, even
   * @param extension {@code mp4}, {@code mov} or {@code webm}
   */
  record Order(@Nullable Path face, Path audio, int width, int height, String extension) {}

  /** Makes it off the calling thread. Equal orders by content are made once. */
  CompletableFuture<Path> start(Order order);
}
