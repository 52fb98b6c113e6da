package io.vidgen.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * A video that is kept.
 *
 * @param id its id, {@code [A-Za-z0-9._-]{1,128}}
 * @param files its files by name: {@code video.mp4}, {@code poster.png}, {@code captions.ass} and
 *     so on
 * @param metadata what was said about it when it was stored
 * @param createdAt when it was stored
 * @param expiresAt from when on it may be deleted
 */
public record StoredVideo(
    String id,
    Map<String, Path> files,
    Map<String, String> metadata,
    Instant createdAt,
    Instant expiresAt) {

  /** Copies the maps. */
  public StoredVideo {
    files = Map.copyOf(files);
    metadata = Map.copyOf(metadata);
  }
}
