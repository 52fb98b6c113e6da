package io.vidgen.internal.engine;

import io.vidgen.internal.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Results that were read before, as long as their files are the same: of one size, place and time
 * of the last change. So many as their files are 2 MB together, those that were used last. Safe for
 * use by several threads.
 */
final class KnownResults {
  private static final long MOST_BYTES = 2_000_000;

  /** Some file systems tell times so roughly that two writes in a row look like one. */
  private static final Duration ROUGH = Duration.ofSeconds(2);

  private final Map<Key, Known> known = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Key(Path file, Class<?> type) {}

  private record Known(Object result, BasicFileAttributes file) {
    boolean isOf(BasicFileAttributes now) {
      return now.isRegularFile()
          && now.size() == file.size()
          && now.lastModifiedTime().equals(file.lastModifiedTime())
          && Objects.equals(now.fileKey(), file.fileKey());
    }
  }

  /**
   * Reads a result, or remembers it.
   *
   * @throws IOException if the file cannot be read, or holds no such result
   */
  <T> T read(Path file, Class<T> type) throws IOException {
    var key = new Key(file, type);
    // Before the file is read, so that whoever changes it meanwhile is noticed the next time.
    var now = Files.readAttributes(file, BasicFileAttributes.class);
    var before = get(key);
    if (before != null && before.isOf(now)) {
      return type.cast(before.result());
    }
    var result = Json.read(file, type);
    if (now.lastModifiedTime().toInstant().isBefore(Instant.now().minus(ROUGH))) {
      put(key, new Known(result, now));
    }
    return result;
  }

  private synchronized @Nullable Known get(Key key) {
    return known.get(key);
  }

  private synchronized void put(Key key, Known now) {
    var before = known.put(key, now);
    bytes += now.file().size() - (before == null ? 0 : before.file().size());
    var oldest = known.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= oldest.next().file().size();
      oldest.remove();
    }
  }
}
