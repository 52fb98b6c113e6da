package io.vidgen.examples.storm;

import io.vidgen.error.Failure;
import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.VideoRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One render, what happened in it, and how it ended. */
final class StormRender implements RenderListener {
  private static final List<String> STAND_INS = List.of("coqui", "fake-image", Studio.SECOND);

  final Kind kind;
  final VideoRequest request;
  private final List<RenderEvent> events = new CopyOnWriteArrayList<>();
  private volatile RenderEvent.@Nullable StepWaiting waiting;
  private @Nullable RenderJob job;

  StormRender(Kind kind, VideoRequest request) {
    this.kind = kind;
    this.request = request;
  }

  /** The same once more. */
  StormRender again() {
    return new StormRender(kind, request);
  }

  void begun(RenderJob job) {
    this.job = job;
  }

  RenderJob job() {
    return Objects.requireNonNull(job, "not begun");
  }

  @Override
  public void on(RenderEvent event) {
    if (event instanceof RenderEvent.FellBack
        || event instanceof RenderEvent.StepFinished
        || event instanceof RenderEvent.Routed) {
      events.add(event);
    } else if (event instanceof RenderEvent.StepWaiting wait) {
      waiting = wait;
    }
  }

  boolean succeeded() {
    return job().state() == JobState.SUCCEEDED;
  }

  /** {@link Phase#FIRST}, {@link Phase#FALLBACK} or the kind of its failure. */
  String outcome() {
    var failure = job().failure();
    if (failure.isPresent()) {
      return failure.get().kind().name();
    }
    return madeBy().stream().anyMatch(STAND_INS::contains) ? Phase.FALLBACK : Phase.FIRST;
  }

  List<String> madeBy() {
    return of(RenderEvent.StepFinished.class).stream()
        .map(done -> done.step().provider())
        .distinct()
        .toList();
  }

  <E extends RenderEvent> List<E> of(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Nullable Failure failure() {
    return job().failure().orElse(null);
  }

  @Override
  public String toString() {
    return kind
        + " "
        + job().id()
        + ": "
        + outcome()
        + " by "
        + madeBy()
        + " "
        + failure()
        + why()
        + (job().state().isTerminal() ? "" : ", last seen waiting: " + waiting);
  }

  /** Every decision that it was told of. */
  private String why() {
    var text = new StringBuilder();
    of(RenderEvent.Routed.class)
        .forEach(
            e ->
                text.append("; ")
                    .append(e.step().id())
                    .append(": ")
                    .append(e.decision().describe()));
    of(RenderEvent.FellBack.class)
        .forEach(
            e ->
                text.append("; ").append(e.step().id()).append(" fell back: ").append(e.failure()));
    return text.toString();
  }
}
