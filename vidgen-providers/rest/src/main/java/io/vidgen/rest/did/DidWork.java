package io.vidgen.rest.did;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.PollSchedule;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uploads, then one paid POST; polled and collected by its id. */
final class DidWork implements LongRunningWork<AvatarRequest, ClipResult> {
  private static final String LIST = "list";
  private static final String TALKS = "talks";
  private static final String CLIPS = "clips";

  private final DidOptions options;
  private final DidPrices prices;
  private final DidConnection connection;
  private final DidUploads uploads;
  private final DidAttempts attempts = new DidAttempts();
  private final DidSearch search;
  private final DidDownload download;
  private final PollSchedule schedule;
  private final InstantSource clock;

  DidWork(DidOptions options, DidPrices prices, DidConnection connection, InstantSource clock) {
    this.options = options;
    this.prices = prices;
    this.connection = connection;
    this.clock = clock;
    this.uploads = new DidUploads(connection.plain());
    this.search = new DidSearch(connection.plain(), attempts, options.listLag(), clock);
    this.download = new DidDownload(connection.plain());
    this.schedule = new PollSchedule(options.typicalTime());
  }

  @Override
  public RemoteOperation submit(AvatarRequest request, CallContext context) {
    var problems =
        new DidChecks(options)
            .of(request).stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    if (!problems.isEmpty()) {
      throw VidgenException.invalid("request to D-ID", problems);
    }
    var face = request.face() == null ? null : DidUploads.face(request.face(), context);
    var speech = request.speech() == null ? null : DidUploads.speech(request.speech(), context);
    return buy(
        request,
        context,
        face == null ? null : uploads.send(face, context),
        speech == null ? null : uploads.send(speech, context));
  }

  /** The key of ElevenLabs goes out only where D-ID needs it. */
  private VendorClient way(AvatarRequest request) {
    boolean isForeign =
        request.text() != null
            && DidVoices.of(request, options).provider().equals(DidVoice.ELEVENLABS);
    return isForeign ? connection.foreign() : connection.plain();
  }

  private RemoteOperation buy(
      AvatarRequest request,
      CallContext context,
      DidUploads.@Nullable Sent face,
      DidUploads.@Nullable Sent speech) {
    var faceUrl = face == null ? null : face.url();
    var speechUrl = speech == null ? null : speech.url();
    var list = list(request);
    var attempt = context.attemptId();
    var body = new DidBody(options).of(request, attempt, faceUrl, speechUrl);
    var call = ApiCall.post(list).json(body).paid().build();
    attempts.begin(attempt, clock.instant(), face == null ? null : face.sent(), faceUrl);
    String id = null;
    try {
      var reply = way(request).submit(call, context);
      id = Json.text(reply.json(), "id").orElseThrow(DidWork::lostId);
      return operation(list, id);
    } finally {
      attempts.end(attempt, clock.instant(), id);
    }
  }

  @Override
  public Poll poll(RemoteOperation operation, CallContext context) {
    DidVideo video;
    try {
      video = ask(operation, context);
    } catch (VidgenException e) {
      if (e.kind() != FailureKind.EXPIRED) {
        throw e;
      }
      // What was accepted a moment ago may not be everywhere yet.
      if (age(operation).compareTo(options.listLag()) < 0) {
        return running(operation);
      }
      throw lost(operation, e);
    }
    if (video.isFailed()) {
      return new Poll.Failed(DidErrors.afterwards(video));
    }
    return video.isDone() ? new Poll.Ready() : running(operation);
  }

  @Override
  public ClipResult collect(RemoteOperation operation, AvatarRequest request, CallContext context)
      throws IOException {
    return download.clip(
        () -> {
          var video = finished(operation, context);
          prices.charged(request, video.duration()).ifPresent(context::charged);
          return video;
        },
        request.length(),
        context);
  }

  @Override
  public Optional<RemoteOperation> find(String attemptId, AvatarRequest request)
      throws InterruptedException {
    var list = list(request);
    return search
        .find(list, attemptId)
        .map(
            video -> {
              attempts.end(attemptId, clock.instant(), video.id());
              return operation(list, video.id());
            });
  }

  @Override
  public Duration firstPoll() {
    return schedule.first();
  }

  @Override
  public Duration timeLimit() {
    return options.timeLimit();
  }

  /** Asked anew each time, since D-ID signs the address of the video at each question. */
  private DidVideo finished(RemoteOperation operation, CallContext context) {
    var video = ask(operation, context);
    if (video.isFailed()) {
      throw new VidgenException(DidErrors.afterwards(video));
    }
    if (!video.isDone()) {
      throw VidgenException.of(
          FailureKind.UNAVAILABLE, "D-ID has no video of " + operation.id() + " yet", "");
    }
    return video;
  }

  private DidVideo ask(RemoteOperation operation, CallContext context) {
    var list = operation.data().getOrDefault(LIST, TALKS);
    var call = ApiCall.get(list, operation.id()).build();
    DidVideo video;
    try {
      video = DidReader.video(connection.plain().ask(call, context).json());
    } catch (VidgenException e) {
      // That the question was free says nothing about the video.
      throw new VidgenException(e.failure().charged(null), e);
    }
    if (video.status().isEmpty()) {
      throw VidgenException.of(
          FailureKind.PROTOCOL, "D-ID says nothing about the state of " + operation.id(), "");
    }
    return video;
  }

  private Poll running(RemoteOperation operation) {
    return new Poll.Running(-1, schedule.after(operation, clock.instant()));
  }

  private Duration age(RemoteOperation operation) {
    return Duration.between(operation.submittedAt(), clock.instant());
  }

  private RemoteOperation operation(String list, String id) {
    return new RemoteOperation(DidAvatarProvider.ID, id, clock.instant(), Map.of(LIST, list));
  }

  private static String list(AvatarRequest request) {
    return request.face() != null ? TALKS : CLIPS;
  }

  /** Not expired: that would have it bought again, though it may only be asked for wrongly. */
  private static VidgenException lost(RemoteOperation operation, VidgenException e) {
    return new VidgenException(
        Failure.of(
                FailureKind.PROTOCOL,
                "D-ID accepted "
                    + operation.id()
                    + " but does not know it now: "
                    + e.failure().message(),
                "is this the account that made it? If so, and D-ID's studio shows no such video,"
                    + " resolve the step: resubmit it or give it up")
            .charged(null),
        e);
  }

  private static VidgenException lostId() {
    return new VidgenException(
        Failure.of(
            FailureKind.UNKNOWN_OUTCOME,
            "D-ID accepted the request but its answer names no id",
            "look at the videos in D-ID's studio"));
  }
}
