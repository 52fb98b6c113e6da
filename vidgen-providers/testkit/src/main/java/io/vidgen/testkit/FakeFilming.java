package io.vidgen.testkit;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.model.VendorVideo;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.SubmitSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a {@link FakeVendor} films.
 *
 * @param provider id of the provider
 * @param vendor who does the work
 * @param safety what may be done when an outcome is unknown
 * @param every time between polls
 * @param clock what time it is
 * @param retention how long a video is kept
 * @param log takes every request that is submitted
 */
record FakeFilming(
    String provider,
    FakeVendor vendor,
    SubmitSafety safety,
    Duration every,
    InstantSource clock,
    Duration retention,
    Consumer<ClipRequest> log)
    implements LongRunningWork<ClipRequest, ClipResult> {
  private static final String FILTERED = "filtered";

  @Override
  public RemoteOperation submit(ClipRequest request, CallContext context) throws IOException {
    log.accept(request);
    var extend = request.extend();
    if (extend != null && !extend.expiresAt().isAfter(clock.instant())) {
      throw new VidgenException(
          Failure.of(FailureKind.EXPIRED, extend.reference() + " is deleted", "").charged(false));
    }
    request.references().forEach(context::file);
    var hash = Integer.toHexString(request.hashCode());
    boolean keyed = safety == SubmitSafety.IDEMPOTENT_KEY;
    return operation(vendor.submit(context.attemptId(), hash, keyed), request);
  }

  private static boolean isFiltered(ClipRequest request) {
    var prompt = request.prompt();
    return prompt.contains(FakeVideoProvider.FILTERED)
        || (prompt.contains(FakeVideoProvider.FILTERED_ONCE) && request.repeat() == 0);
  }

  @Override
  public Poll poll(RemoteOperation operation, CallContext context) {
    try {
      if (!vendor.poll(operation.id())) {
        return new Poll.Running(-1, every);
      }
    } catch (FakeVendor.OperationFailed e) {
      return new Poll.Failed(e.failure());
    }
    return operation.data().containsKey(FILTERED)
        ? new Poll.Failed(
            Failure.of(FailureKind.CONTENT_FILTERED, "the prompt was filtered", "").charged(false))
        : new Poll.Ready();
  }

  @Override
  public ClipResult collect(RemoteOperation operation, ClipRequest request, CallContext context)
      throws IOException {
    vendor.collect(operation.id());
    var file = context.workDirectory().resolve("clip.mp4");
    Files.write(file, FakeFiles.ofType("video/mp4", provider + " " + request + "\n"));
    var extend = request.extend();
    var begin = extend == null ? Duration.ZERO : extend.duration();
    var length = begin.plus(request.duration());
    var source =
        new VendorVideo(
            provider,
            "file-of-" + operation.id(),
            operation.submittedAt().plus(retention),
            length,
            request.format(),
            extend == null ? 0 : extend.extensions() + 1);
    return new ClipResult(
        context.store(file, "video/mp4"),
        length,
        request.audio(),
        begin,
        retention.isZero() ? null : source);
  }

  @Override
  public Optional<RemoteOperation> find(String attemptId, ClipRequest request) throws IOException {
    return vendor.find(attemptId).map(name -> operation(name, request));
  }

  @Override
  public Duration firstPoll() {
    return every;
  }

  private RemoteOperation operation(String name, ClipRequest request) {
    return new RemoteOperation(
        provider, name, clock.instant(), isFiltered(request) ? Map.of(FILTERED, "true") : Map.of());
  }
}
