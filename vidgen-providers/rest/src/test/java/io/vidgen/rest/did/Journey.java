package io.vidgen.rest.did;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request on its way through submit, poll and collect, as the engine would lead it. */
final class Journey {
  private static final int POLLS = 5;
  private static final int FETCHES = 3;
  private static final Duration STEP = Duration.ofMinutes(2);

  private final Sandbox sandbox;
  private final LongRunningWork<AvatarRequest, ClipResult> work;
  private final AvatarRequest request;
  private final CallContext context;
  private final List<String> steps = new ArrayList<>();
  private @Nullable Failure submitFailure;
  private @Nullable Failure endFailure;
  private boolean found;
  private boolean undecided;
  private boolean finished;

  Journey(
      Sandbox sandbox,
      LongRunningWork<AvatarRequest, ClipResult> work,
      AvatarRequest request,
      CallContext context) {
    this.sandbox = sandbox;
    this.work = work;
    this.request = request;
    this.context = context;
  }

  Journey go() throws IOException, InterruptedException {
    var operation = submit();
    if (operation != null && ready(operation)) {
      collect(operation);
    }
    return this;
  }

  private @Nullable RemoteOperation submit() throws IOException, InterruptedException {
    try {
      return work.submit(request, context);
    } catch (VidgenException e) {
      submitFailure = e.failure();
      steps.add(describe("submit", e.failure()));
      return e.kind() == FailureKind.UNKNOWN_OUTCOME ? find() : null;
    }
  }

  private @Nullable RemoteOperation find() throws IOException, InterruptedException {
    try {
      var operation = work.find(context.attemptId(), request);
      found = operation.isPresent();
      steps.add(found ? "found" : "none");
      return operation.orElse(null);
    } catch (VidgenException e) {
      undecided = true;
      steps.add(describe("find", e.failure()));
      return null;
    }
  }

  private boolean ready(RemoteOperation operation) throws IOException, InterruptedException {
    for (int i = 0; i < POLLS; i++) {
      try {
        var poll = work.poll(operation, context);
        if (poll instanceof Poll.Ready) {
          return true;
        } else if (poll instanceof Poll.Failed failed) {
          endFailure = failed.failure();
          steps.add(describe("failed", failed.failure()));
          return false;
        }
        sandbox.advance(STEP);
      } catch (VidgenException e) {
        steps.add(describe("poll", e.failure()));
      }
    }
    steps.add("still running");
    return false;
  }

  private void collect(RemoteOperation operation) throws InterruptedException {
    for (int i = 0; i < FETCHES && !finished; i++) {
      try {
        finished = work.collect(operation, request, context).duration().toMillis() > 0;
        steps.add("collected");
      } catch (VidgenException e) {
        steps.add(describe("collect", e.failure()));
      } catch (IOException e) {
        steps.add("collect " + e.getClass().getSimpleName());
      }
    }
  }

  @Nullable Failure submitFailure() {
    return submitFailure;
  }

  @Nullable Failure endFailure() {
    return endFailure;
  }

  boolean found() {
    return found;
  }

  boolean undecided() {
    return undecided;
  }

  boolean finished() {
    return finished;
  }

  String steps() {
    return String.join(", ", steps);
  }

  private static String describe(String step, Failure failure) {
    return step + " " + failure.kind() + " charged=" + failure.charged();
  }
}
