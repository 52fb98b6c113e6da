package io.vidgen.google.internal.veo;

import com.google.genai.types.GenerateVideosOperation;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.google.internal.client.GoogleCalls;
import io.vidgen.google.internal.client.OneLine;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The life of an operation: one POST, polls by its name, one file. */
public final class VeoWork implements LongRunningWork<ClipRequest, ClipResult> {
  private static final String MODEL = "model";

  /** Characters of a name that is no name. */
  private static final int SHOWN = 200;

  private final VeoOptions options;
  private final GoogleCalls calls;
  private final VeoChecks checks;
  private final GoneVideos gone;
  private final VeoFiles files;
  private final PollTimes times;
  private final UnclearAnswers unclear;
  private final InstantSource clock;

  /** For some options. */
  public VeoWork(VeoOptions options, GoogleCalls calls, VeoChecks checks, InstantSource clock) {
    this.options = options;
    this.calls = calls;
    this.checks = checks;
    this.gone = new GoneVideos(clock);
    this.files = new VeoFiles(options, calls, gone);
    this.times = new PollTimes(options, clock);
    this.unclear = new UnclearAnswers(options.firstPoll().multipliedBy(6), clock);
    this.clock = clock;
  }

  @Override
  public RemoteOperation submit(ClipRequest request, CallContext context) {
    var problems =
        checks.of(request).stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .toList();
    if (!problems.isEmpty()) {
      throw VidgenException.invalid("request to Veo", problems);
    }
    var question = VeoQuestion.of(request, options, context);
    var operation =
        calls.generateVideos(options.model(), question.source(), question.config(), context);
    var name = operation.name().orElse("");
    if (!VeoNames.isOperation(name, options.google().isPlatform())) {
      throw new VidgenException(
          Failure.of(
              FailureKind.UNKNOWN_OUTCOME,
              "Veo accepted the request, but its answer names no operation"
                  + (name.isBlank()
                      ? ""
                      : " that can be asked for: " + calls.clean(OneLine.of(name, SHOWN))),
              "look at the project's usage before it is sent again: it may have been charged"));
    }
    return new RemoteOperation(
        VeoVideoProvider.ID, name, clock.instant(), Map.of(MODEL, options.model()));
  }

  @Override
  public Poll poll(RemoteOperation operation, CallContext context) {
    var answer = answer(operation, context);
    if (answer instanceof VeoAnswer.Failed failed) {
      return new Poll.Failed(failed.failure());
    }
    return answer instanceof VeoAnswer.Made
        ? new Poll.Ready()
        : new Poll.Running(-1, times.next(operation));
  }

  @Override
  public ClipResult collect(RemoteOperation operation, ClipRequest request, CallContext context)
      throws IOException {
    var answer = answer(operation, context);
    if (answer instanceof VeoAnswer.Made made) {
      return files.clip(made.video(), operation, request, context);
    }
    if (answer instanceof VeoAnswer.Failed failed) {
      throw new VidgenException(failed.failure());
    }
    throw new VidgenException(
        Failure.of(FailureKind.UNAVAILABLE, "Veo has no video of " + operation.id() + " yet", "")
            .charged(null));
  }

  @Override
  public Duration firstPoll() {
    return times.first();
  }

  @Override
  public Duration timeLimit() {
    return options.timeLimit();
  }

  private VeoAnswer answer(RemoteOperation operation, CallContext context) {
    var answer = VeoAnswer.of(ask(operation, context), calls::clean);
    if (answer instanceof VeoAnswer.Unclear odd) {
      return unclear.isSettled(operation.id())
          ? new VeoAnswer.Failed(odd.failure())
          : new VeoAnswer.Running();
    }
    return answer;
  }

  private GenerateVideosOperation ask(RemoteOperation operation, CallContext context) {
    var name = VeoNames.operation(operation.id(), options.google().isPlatform());
    try {
      return calls.operation(name, context);
    } catch (VidgenException e) {
      if (e.kind() == FailureKind.RATE_LIMITED) {
        times.refused();
      }
      throw new VidgenException(afterwards(operation, e.failure()), e);
    }
  }

  /**
   * That a question failed says nothing about the video, which may be paid: the answer is asked for
   * again, even where the question was called wrong, since Google has called right ones so.
   */
  private Failure afterwards(RemoteOperation operation, Failure failure) {
    var open = failure.charged(null);
    return switch (failure.kind()) {
      case INVALID_REQUEST, PROTOCOL, CONTENT_FILTERED -> GoneVideos.later(open);
      case EXPIRED -> gone.judge(operation, open);
      default -> open;
    };
  }
}
