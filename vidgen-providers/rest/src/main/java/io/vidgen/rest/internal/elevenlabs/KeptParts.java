package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Artifact;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts that were paid for before a later part of the same speech failed, so that the same speech,
 * asked for again, buys only what is missing. They are known as long as the provider lives; the
 * sound itself lies in the ledger's artifacts.
 */
final class KeptParts {
  private static final Logger LOG = LoggerFactory.getLogger(KeptParts.class);
  private static final int MOST_SPEECHES = 100;

  /** The vendor forgets requests that are older than two hours. */
  private static final long ID_NANOS = Duration.ofMinutes(90).toNanos();

  private record Kept(Artifact sound, SpokenPart part, long since) {}

  private final Map<String, List<Kept>> speeches = new LinkedHashMap<>();

  /** Brings back the first parts of a speech, which stay kept until {@link #forget}. */
  List<SpokenPart> bring(String key, CallContext context) throws IOException {
    var parts = new ArrayList<SpokenPart>();
    try {
      for (var one : known(key)) {
        var file = newFile(context, parts.size());
        Files.copy(context.file(one.sound()), file);
        boolean known = System.nanoTime() - one.since() < ID_NANOS;
        parts.add((known ? one.part() : one.part().withoutId()).at(file));
      }
    } catch (VidgenException e) {
      if (e.kind() != FailureKind.EXPIRED) {
        throw e;
      }
      LOG.debug("Speech that was paid for is no longer there: {}", e.getMessage());
      put(key, known(key).subList(0, parts.size()));
    }
    return parts;
  }

  /**
   * Keeps the first parts of a speech that failed, those that are not kept already.
   *
   * @return how many parts are kept now
   */
  int keep(String key, List<SpokenPart> parts, String mediaType, CallContext context) {
    var all = new ArrayList<>(known(key));
    boolean interrupted = Thread.interrupted();
    try {
      for (var part : parts.subList(Math.min(all.size(), parts.size()), parts.size())) {
        all.add(new Kept(context.store(part.file(), mediaType), part, System.nanoTime()));
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("Speech that was paid for could not be kept", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    put(key, all);
    return all.size();
  }

  /** Lets go of a speech that is finished. */
  void forget(String key) {
    put(key, List.of());
  }

  private List<Kept> known(String key) {
    synchronized (speeches) {
      return speeches.getOrDefault(key, List.of());
    }
  }

  private void put(String key, List<Kept> parts) {
    synchronized (speeches) {
      speeches.remove(key);
      if (!parts.isEmpty()) {
        speeches.put(key, List.copyOf(parts));
      }
      if (speeches.size() > MOST_SPEECHES) {
        speeches.remove(speeches.keySet().iterator().next());
      }
    }
  }

  static Path newFile(CallContext context, int number) throws IOException {
    return context.workDirectory().resolve("part-" + number + ".bin");
  }
}
