package io.vidgen.rest.bench;

import io.vidgen.error.Problem;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** An avatar that is polled at one pace, and how much later than asked for each poll begins. */
final class MeasuredAvatar implements AvatarProvider {
  private static final int LONGEST = 60_000;

  private final AvatarProvider real;
  private final LongRunningWork<AvatarRequest, ClipResult> work;
  private final Duration every;
  private final Map<String, Long> due = new ConcurrentHashMap<>();

  /** How many polls were so many milliseconds late; made at once, not to count as growth. */
  private final AtomicIntegerArray lags = new AtomicIntegerArray(LONGEST);

  private final AtomicLong submitted = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  MeasuredAvatar(AvatarProvider real, Duration every) {
    this.real = real;
    this.work = (LongRunningWork<AvatarRequest, ClipResult>) real.work();
    this.every = every;
  }

  long submitted() {
    return submitted.get();
  }

  long failures() {
    return failures.get();
  }

  void reset() {
    for (int i = 0; i < LONGEST; i++) {
      lags.set(i, 0);
    }
  }

  long[] lagsMillis() {
    return LongStream.range(0, LONGEST)
        .flatMap(late -> LongStream.generate(() -> late).limit(lags.get((int) late)))
        .toArray();
  }

  @Override
  public String id() {
    return real.id();
  }

  @Override
  public String model() {
    return real.model();
  }

  @Override
  public Capabilities capabilities() {
    return real.capabilities();
  }

  @Override
  public PriceCard priceCard() {
    return real.priceCard();
  }

  @Override
  public Price price(AvatarRequest request) {
    return real.price(request);
  }

  @Override
  public SubmitSafety submitSafety() {
    return real.submitSafety();
  }

  @Override
  public List<Problem> check(AvatarRequest request) {
    return real.check(request);
  }

  @Override
  public Work<AvatarRequest, ClipResult> work() {
    return new Measured();
  }

  private final class Measured implements LongRunningWork<AvatarRequest, ClipResult> {
    @Override
    public RemoteOperation submit(AvatarRequest request, CallContext context)
        throws IOException, InterruptedException {
      var operation = work.submit(request, context);
      submitted.incrementAndGet();
      return operation;
    }

    @Override
    public Poll poll(RemoteOperation operation, CallContext context)
        throws IOException, InterruptedException {
      long now = System.nanoTime();
      var planned = due.get(operation.id());
      if (planned != null) {
        long late = Math.max(0, now - planned) / 1_000_000;
        lags.incrementAndGet((int) Math.min(LONGEST - 1, late));
      }
      try {
        var poll = work.poll(operation, context);
        due.put(operation.id(), System.nanoTime() + every.toNanos());
        return poll instanceof Poll.Running running
            ? new Poll.Running(running.progress(), every)
            : poll;
      } catch (IOException | RuntimeException e) {
        failures.incrementAndGet();
        due.remove(operation.id());
        throw e;
      }
    }

    @Override
    public ClipResult collect(RemoteOperation operation, AvatarRequest request, CallContext context)
        throws IOException, InterruptedException {
      return work.collect(operation, request, context);
    }

    @Override
    public Duration firstPoll() {
      return every;
    }

    @Override
    public Duration timeLimit() {
      return Duration.ofHours(10);
    }
  }
}
