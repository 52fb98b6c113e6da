package io.vidgen.testkit;

import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.SubmitSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Clips that a {@link FakeVendor} makes: a line of text each that says what it stands for.
 *
 * @param provider id of the provider
 * @param vendor who does the work
 * @param safety what may be done when an outcome is unknown
 * @param every time between polls
 * @param clock what time it is
 * @param length how long the clip of a request is
 * @param <Q> what is asked
 */
record FakeRemoteClips<Q extends ProviderRequest>(
    String provider,
    FakeVendor vendor,
    SubmitSafety safety,
    Duration every,
    InstantSource clock,
    Function<Q, Duration> length)
    implements LongRunningWork<Q, ClipResult> {

  @Override
  public RemoteOperation submit(Q request, CallContext context) throws IOException {
    var hash = Integer.toHexString(request.hashCode());
    boolean keyed = safety == SubmitSafety.IDEMPOTENT_KEY;
    return operation(vendor.submit(context.attemptId(), hash, keyed));
  }

  @Override
  public Poll poll(RemoteOperation operation, CallContext context) {
    try {
      return vendor.poll(operation.id()) ? new Poll.Ready() : new Poll.Running(-1, every);
    } catch (FakeVendor.OperationFailed e) {
      return new Poll.Failed(e.failure());
    }
  }

  @Override
  public ClipResult collect(RemoteOperation operation, Q request, CallContext context)
      throws IOException {
    vendor.collect(operation.id());
    var file = context.workDirectory().resolve("clip.mp4");
    Files.writeString(file, provider + " " + request + "\n");
    return new ClipResult(context.store(file, "video/mp4"), length.apply(request), true);
  }

  @Override
  public Optional<RemoteOperation> find(String attemptId, Q request) throws IOException {
    return vendor.find(attemptId).map(this::operation);
  }

  @Override
  public Duration firstPoll() {
    return every;
  }

  private RemoteOperation operation(String name) {
    return new RemoteOperation(provider, name, clock.instant(), Map.of());
  }
}
