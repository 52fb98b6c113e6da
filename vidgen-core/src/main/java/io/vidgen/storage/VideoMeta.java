package io.vidgen.storage;

import io.vidgen.internal.codec.Json;
import io.vidgen.model.Fingerprint;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code meta.json} holds.
 *
 * @param format version of this form
 * @param id of the video
 * @param createdAt when it was stored
 * @param expiresAt from when on it may be deleted
 * @param metadata what was said about it
 * @param files all files but this one
 */
record VideoMeta(
    int format,
    String id,
    Instant createdAt,
    Instant expiresAt,
    Map<String, String> metadata,
    List<Entry> files) {

  /** The version that is written here. */
  static final int FORMAT = 1;

  /**
   * A file.
   *
   * @param name its name
   * @param mediaType its type, by the ending of its name
   * @param size bytes
   * @param sha256 of its bytes
   */
  record Entry(String name, String mediaType, long size, Fingerprint sha256) {}

  VideoMeta {
    metadata = Map.copyOf(metadata);
    files = List.copyOf(files);
  }

  void write(Path directory) throws IOException {
    try (var out = new FileOutputStream(directory.resolve(StorageNames.META).toFile())) {
      out.write(Json.writePretty(this).getBytes(StandardCharsets.UTF_8));
    }
  }

  static VideoMeta read(Path directory) throws IOException {
    var file = directory.resolve(StorageNames.META);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(file.toString());
    }
    VideoMeta meta;
    try {
      meta = Json.read(file, VideoMeta.class);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + " is damaged: delete its folder", e);
    }
    if (meta.format != FORMAT) {
      throw new IOException(
          file + " has format " + meta.format + ": use the version of vidgen that wrote it");
    }
    return meta;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** The first file that is not there with its size, or is a link; empty when all are whole. */
  Optional<Path> broken(Path directory) throws IOException {
    for (var entry : files) {
      var file = directory.resolve(StorageNames.check("name of a file", entry.name));
      if (!isWhole(file, entry.size)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static boolean isWhole(Path file, long size) throws IOException {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == size;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  StoredVideo in(Path directory) {
    var paths =
        files.stream().collect(Collectors.toMap(Entry::name, file -> directory.resolve(file.name)));
    return new StoredVideo(id, paths, metadata, createdAt, expiresAt);
  }
}
