package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.Sentences;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speaks a request: in one call, or in several that are told what came before, one after the other.
 * A refused later part is sent again a few times, as everything before it is paid; a part whose
 * outcome is not known is never sent again. Finished parts outlive a failure, see {@link
 * KeptParts}.
 */
final class Narration {
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_EARLIER = 3;

  private final ElevenLabsOptions options;
  private final SoundFormat format;
  private final SpeechCalls calls;
  private final PartSpeaker speaker;
  private final LiveModels models;
  private final Finish finish;
  private final KeptParts kept = new KeptParts();
  private final Turns turns;

  Narration(ElevenLabsOptions options, VendorClient client) {
    this.options = options;
    this.format = SoundFormat.of(options.format());
    this.calls = new SpeechCalls(options);
    this.speaker = new PartSpeaker(client, calls, options.streaming());
    this.models = new LiveModels(client, options.model());
    this.finish = new Finish(options, client);
    this.turns = new Turns(options.concurrency().orElse(null));
  }

  SpeechResult speak(SpeechRequest request, CallContext context)
      throws IOException, InterruptedException {
    var texts = texts(request, models.limit(context));
    var wire = texts.size() > 1 ? format.joinable() : format.streamable();
    var key = request + " " + texts.size() + " " + wire.name();
    var spoken = new ArrayList<>(kept.take(key, context));
    int paid = 0;
    try {
      while (spoken.size() < texts.size()) {
        var part = part(request, texts, wire, spoken);
        spoken.add(speak(part, spoken.size(), paid > 0 || !spoken.isEmpty(), context));
        paid++;
        context.progress(0.95 * spoken.size() / texts.size());
      }
    } catch (VidgenException e) {
      throw failed(e, new Loss(key, texts.size(), paid), spoken, context);
    } catch (InterruptedException e) {
      if (paid == 0) {
        keep(key, spoken, context);
        throw e;
      }
      Thread.currentThread().interrupt();
      var cancelled = Failure.of(FailureKind.CANCELLED, "the speech was cancelled", "");
      throw failed(
          new VidgenException(cancelled.charged(false), e),
          new Loss(key, texts.size(), paid),
          spoken,
          context);
    }
    return finish.finish(request, texts, wire, spoken, context);
  }

  private List<String> texts(SpeechRequest request, int limit) {
    int most = Math.min(limit, options.partLength());
    return request.text().length() <= most
        ? List.of(request.text())
        : Sentences.pack(request.text(), request.language(), most);
  }

  private Part part(
      SpeechRequest request, List<String> texts, SoundFormat wire, List<SpokenPart> spoken) {
    int number = spoken.size();
    var ids = new ArrayList<String>();
    for (var one : spoken.subList(Math.max(0, number - MOST_EARLIER), number)) {
      if (!one.requestId().isEmpty()) {
        ids.add(one.requestId());
      }
    }
    return new Part(
        request,
        texts.get(number),
        wire,
        ids,
        number == 0 ? "" : texts.get(number - 1),
        number + 1 == texts.size() ? "" : texts.get(number + 1));
  }

  private SpokenPart speak(Part part, int number, boolean insist, CallContext context)
      throws IOException, InterruptedException {
    var pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      turns.enter(context);
      try {
        return speaker.speak(part, KeptParts.newFile(context, number), context);
      } catch (VidgenException e) {
        var wait = again(e.failure(), pause, context.timeLeft());
        if (!insist || attempt == ATTEMPTS || wait == null) {
          throw e;
        }
        Turns.pause(wait);
        pause = pause.multipliedBy(2);
      } finally {
        turns.leave();
      }
    }
  }

  /** How long to wait before a refused part is sent again; null when it must not be. */
  private static @Nullable Duration again(Failure failure, Duration pause, Duration left) {
    if (!failure.kind().retryable() || !Boolean.FALSE.equals(failure.charged())) {
      return null;
    }
    var asked = failure.retryAfter() == null ? pause : failure.retryAfter();
    boolean sensible = asked.compareTo(LONGEST_PAUSE) <= 0 && asked.compareTo(left) < 0;
    return sensible ? asked : null;
  }

  private record Loss(String key, int parts, int paid) {}

  /** Says what was paid before it failed. Unknown stays unknown; certain becomes charged. */
  private VidgenException failed(
      VidgenException e, Loss loss, List<SpokenPart> spoken, CallContext context) {
    boolean isKept = keep(loss.key(), spoken, context);
    if (loss.parts() == 1 || spoken.isEmpty()) {
      return e;
    }
    var failure = e.failure();
    var message = "part " + (spoken.size() + 1) + " of " + loss.parts() + ": " + failure.message();
    var remedy =
        isKept
            ? "render again with this pipeline: the " + spoken.size() + " finished part(s) are kept"
            : failure.remedy();
    boolean charged = loss.paid() > 0 && Boolean.FALSE.equals(failure.charged());
    return new VidgenException(
        new Failure(
            failure.kind(),
            message,
            failure.remedy().isEmpty() || !isKept ? remedy : failure.remedy() + "; then " + remedy,
            failure.context(),
            failure.retryAfter(),
            charged ? Boolean.TRUE : failure.charged()),
        e);
  }

  private boolean keep(String key, List<SpokenPart> spoken, CallContext context) {
    return !spoken.isEmpty()
        && kept.keep(key, spoken, Finish.mediaType(format.joinable()), context);
  }
}
