package io.vidgen.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps finished videos for a while. A video is either there with all its files or not there at
 * all, also after a crash. Safe for use by several threads.
 */
public interface VideoStorage extends AutoCloseable {

  /** How long a video is kept unless somebody says otherwise. */
  Duration DEFAULT_LIFE = Duration.ofHours(24);

  /**
   * Copies files in, all or none. Storing an id again replaces it.
   *
   * @param id {@code [A-Za-z0-9][A-Za-z0-9._-]{0,127}}, not ending with a dot and no device name of
   *     Windows such as {@code nul}
   * @param files files by the name that they are kept under, same rule as the id; they stay
   *     untouched
   * @param metadata anything worth knowing; never a secret
   * @param life how long it is kept, more than zero
   * @return what is kept
   * @throws IOException if it cannot be stored; nothing is kept then
   * @throws IllegalArgumentException if a name is not allowed
   */
  StoredVideo store(String id, Map<String, Path> files, Map<String, String> metadata, Duration life)
      throws IOException;

  /**
   * Looks up a video.
   *
   * @param id its id
   * @return the video; empty when there is none or its life is over
   * @throws IOException if it cannot be read
   */
  Optional<StoredVideo> find(String id) throws IOException;

  /**
   * All videos whose life is not over. One that cannot be read is left out and logged.
   *
   * @return the videos, oldest first
   * @throws IOException if they cannot be read
   */
  List<StoredVideo> list() throws IOException;

  /**
   * Deletes a video.
   *
   * @param id its id
   * @return true if it was there
   * @throws IOException if it cannot be deleted
   */
  boolean delete(String id) throws IOException;

  /**
   * Deletes what has lived long enough, and leftovers of crashes.
   *
   * @param now the time to compare with
   * @return how many videos were deleted
   * @throws IOException if something cannot be deleted
   */
  int deleteExpired(Instant now) throws IOException;

  /** Lets go of resources; an in-memory storage deletes its files. */
  @Override
  void close();
}
