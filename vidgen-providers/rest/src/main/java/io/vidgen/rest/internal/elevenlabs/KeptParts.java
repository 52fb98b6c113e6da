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

  /** Brings back the first parts of a speech; they are no longer kept here. */
  List<SpokenPart> take(String key, CallContext context) throws IOException {
    List<Kept> kept;
    synchronized (speeches) {
      kept = speeches.remove(key);
    }
    var parts = new ArrayList<SpokenPart>();
    if (kept == null) {
      return parts;
    }
    try {
      for (var one : kept) {
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
    }
    return parts;
  }

  /** Keeps the first parts of a speech that failed. */
  boolean keep(String key, List<SpokenPart> parts, String mediaType, CallContext context) {
    var kept = new ArrayList<Kept>();
    boolean interrupted = Thread.interrupted();
    try {
      for (var part : parts) {
        kept.add(new Kept(context.store(part.file(), mediaType), part, System.nanoTime()));
      }
    } catch (IOException | VidgenException e) {
      LOG.debug("Speech that was paid for could not be kept", e);
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    synchronized (speeches) {
      speeches.put(key, List.copyOf(kept));
      if (speeches.size() > MOST_SPEECHES) {
        speeches.remove(speeches.keySet().iterator().next());
      }
    }
    return true;
  }

  static Path newFile(CallContext context, int number) throws IOException {
    return context.workDirectory().resolve("part-" + number + ".bin");
  }
}
