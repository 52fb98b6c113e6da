package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.Failure;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final Prices prices;
  private final String model;
  private final SoundFormat format;
  private final SpeechCalls calls;
  private final PartSpeaker speaker;
  private final LiveModels models;
  private final Finish finish;
  private final KeptParts kept = new KeptParts();
  private final Turns turns;

  Narration(ElevenLabsOptions options, Prices prices, VendorClient client) {
    this.options = options;
    this.prices = prices;
    this.model = SpeechKey.model(options);
    this.format = SoundFormat.of(options.format());
    this.calls = new SpeechCalls(options);
    this.speaker = new PartSpeaker(client, calls, options.streaming());
    this.models = new LiveModels(client, options.model());
    this.finish = new Finish(options, client);
    this.turns = new Turns(options.concurrency().orElse(null));
  }

  /**
   * Speaks.
   *
   * @throws VidgenException for whatever fails, since only here it is known what was paid
   */
  SpeechResult speak(SpeechRequest request, CallContext context) {
    var bill = new Bill(prices, context);
    var order = order(request, context);
    var spoken = new ArrayList<>(earlier(order, context));
    int brought = spoken.size();
    try {
      while (spoken.size() < order.texts().size()) {
        spoken.add(speak(part(order, spoken), spoken.size(), bill, context));
        context.progress(0.95 * spoken.size() / order.texts().size());
      }
      var result = finished(order, spoken, bill, context);
      kept.forget(order.key());
      return result;
    } catch (VidgenException e) {
      throw failed(e, order, spoken, brought, context);
    } catch (InterruptedException e) {
      throw failed(LocalFailures.cancelled(e), order, spoken, brought, context);
    } catch (IOException | RuntimeException e) {
      throw failed(LocalFailures.of(e), order, spoken, brought, context);
    } catch (Error e) {
      // Memory that ran out must not cost the parts that are on disk.
      kept.keep(order.key(), spoken, Finish.mediaType(order.wire()), context);
      throw e;
    }
  }

  /** No call is under way any more, so that what fails here costs nothing itself. */
  private SpeechResult finished(
      Order order, List<SpokenPart> spoken, Bill bill, CallContext context) throws IOException {
    try {
      return finish.finish(order.request(), order.texts(), order.wire(), spoken, bill, context);
    } catch (VidgenException e) {
      throw new VidgenException(e.failure().charged(false), e);
    }
  }

  /** What is to be spoken in which parts. */
  private record Order(SpeechRequest request, List<String> texts, SoundFormat wire, String key) {}

  private Order order(SpeechRequest request, CallContext context) {
    int limit;
    try {
      limit = models.limit(context);
    } catch (InterruptedException e) {
      throw LocalFailures.cancelled(e);
    }
    var texts = texts(request, limit);
    var wire = texts.size() > 1 ? format.joinable() : format.streamable();
    return new Order(request, texts, wire, SpeechKey.of(model, request, texts, wire));
  }

  /** Parts of an attempt before. Nothing was sent in this one when they cannot be had. */
  private List<SpokenPart> earlier(Order order, CallContext context) {
    try {
      return kept.bring(order.key(), context);
    } catch (VidgenException e) {
      throw new VidgenException(e.failure().charged(false), e);
    } catch (IOException | RuntimeException e) {
      throw LocalFailures.of(e);
    }
  }

  private List<String> texts(SpeechRequest request, int limit) {
    var text = request.text();
    int chosen = options.partLength();
    return text.length() <= PartLength.of(text, limit, chosen, format.streamable())
        ? List.of(text)
        : Sentences.pack(
            text, request.language(), PartLength.of(text, limit, chosen, format.joinable()));
  }

  private Part part(Order order, List<SpokenPart> spoken) {
    var texts = order.texts();
    int number = spoken.size();
    var ids = new ArrayList<String>();
    for (var one : spoken.subList(Math.max(0, number - MOST_EARLIER), number)) {
      if (!one.requestId().isEmpty()) {
        ids.add(one.requestId());
      }
    }
    return new Part(
        order.request(),
        texts.get(number),
        order.wire(),
        ids,
        number == 0 ? "" : texts.get(number - 1),
        number + 1 == texts.size() ? "" : texts.get(number + 1));
  }

  private SpokenPart speak(Part part, int number, Bill bill, CallContext context)
      throws IOException, InterruptedException {
    var pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      turns.enter(context);
      try {
        return speaker.speak(part, KeptParts.newFile(context, number), bill, context);
      } catch (VidgenException e) {
        var wait = again(e.failure(), pause, context.timeLeft());
        if (number == 0 || attempt == ATTEMPTS || wait == null) {
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

  /** Says what was paid before it failed. Unknown stays unknown; certain becomes charged. */
  private VidgenException failed(
      VidgenException e, Order order, List<SpokenPart> spoken, int brought, CallContext context) {
    if (spoken.isEmpty()) {
      return e;
    }
    int isKept = kept.keep(order.key(), spoken, Finish.mediaType(order.wire()), context);
    var failure = e.failure();
    var again =
        isKept == 0
            ? ""
            : "render again with this pipeline: the " + isKept + " finished part(s) are kept";
    var remedy =
        Stream.of(failure.remedy(), again)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; then "));
    boolean charged = spoken.size() > brought && Boolean.FALSE.equals(failure.charged());
    return new VidgenException(
        new Failure(
            failure.kind(),
            where(order, spoken) + failure.message(),
            remedy,
            failure.context(),
            failure.retryAfter(),
            charged ? Boolean.TRUE : failure.charged()),
        e);
  }

  private static String where(Order order, List<SpokenPart> spoken) {
    int parts = order.texts().size();
    return spoken.size() == parts
        ? "all was spoken, but "
        : "part " + (spoken.size() + 1) + " of " + parts + ": ";
  }
}
