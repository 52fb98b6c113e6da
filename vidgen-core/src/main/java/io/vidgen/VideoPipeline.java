package io.vidgen;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderListener;
import io.vidgen.internal.job.Engine;
import io.vidgen.job.Deliverables;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.RenderSet;
import io.vidgen.job.RenderSetJob;
import io.vidgen.job.Resolution;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Spending;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Fingerprint;
import io.vidgen.queue.JobRunner;
import io.vidgen.queue.QueueOptions;
import io.vidgen.queue.VideoQueue;
import io.vidgen.queue.VideoQueues;
import io.vidgen.routing.Health;
import io.vidgen.storage.VideoStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The front door: turns requests into finished videos. Safe for use by several threads, reusable,
 * and to be closed.
 *
 * <pre>{@code
 * try (var pipeline = VideoPipeline.builder().directory(Path.of("videos")).build()) {
 *   Render render = pipeline.render(VideoRequest.narrated(script).build());
 * }
 * }</pre>
 */
public final class VideoPipeline extends CharacterDrawing implements AutoCloseable {
  private final Engine engine;

  VideoPipeline(Engine engine) {
    super(engine);
    this.engine = engine;
  }

  /**
   * Starts with every default: providers that are there, a ledger and a storage in memory, as many
   * steps side by side as there are processors.
   *
   * @return a builder
   */
  public static VideoPipelineBuilder builder() {
    return new VideoPipelineBuilder();
  }

  /**
   * Says what rendering would do and cost. Sends nothing, spends nothing, writes nothing.
   *
   * @param request what to make
   * @return the steps with what happens to each, the price, and all problems at once
   */
  public RenderPlan plan(VideoRequest request) {
    return plan(request, RenderOptions.DEFAULT);
  }

  /**
   * Says what rendering would do and cost. Sends nothing, spends nothing, writes nothing.
   *
   * @param request what to make
   * @param options for whom, and what it may cost
   * @return the steps with what happens to each, the price, and all problems at once
   */
  public RenderPlan plan(VideoRequest request, RenderOptions options) {
    return engine.plan(request, options);
  }

  /**
   * Makes a video and waits for it.
   *
   * @param request what to make
   * @return the finished video
   * @throws VidgenException if the request cannot be rendered, or something failed; what was done
   *     is kept, and rendering again goes on from there
   */
  public Render render(VideoRequest request) {
    return submit(request).join();
  }

  /**
   * Makes a video for somebody, within a budget, and waits for it.
   *
   * @param request what to make
   * @param options for whom, and what it may cost
   * @return the finished video
   * @throws VidgenException if the request cannot be rendered, a budget allows no more, or
   *     something failed; what was done is kept, and rendering again goes on from there
   */
  public Render render(VideoRequest request, RenderOptions options) {
    return submit(request, options).join();
  }

  /**
   * Makes a video in the background.
   *
   * @param request what to make
   * @return completes with the video, or exceptionally with a {@link VidgenException}
   * @throws VidgenException if the request cannot be rendered
   */
  public CompletionStage<Render> renderAsync(VideoRequest request) {
    return submit(request).completion();
  }

  /**
   * Makes a video in the background, with a handle to follow and cancel it.
   *
   * @param request what to make
   * @param listeners hear what happens, beside those of the builder
   * @return the job, which has begun
   * @throws VidgenException if the request cannot be rendered; nothing was spent or written then
   */
  public RenderJob submit(VideoRequest request, RenderListener... listeners) {
    return submit(request, RenderOptions.DEFAULT, listeners);
  }

  /**
   * Makes a video in the background for somebody, within a budget. Budgets are looked at before
   * this returns, and so is an {@linkplain io.vidgen.job.Overrun#ask answer} waited for.
   *
   * @param request what to make
   * @param options for whom, and what it may cost
   * @param listeners hear what happens, beside those of the builder
   * @return the job, which has begun
   * @throws VidgenException if the request cannot be rendered; nothing was spent or written then
   */
  public RenderJob submit(
      VideoRequest request, RenderOptions options, RenderListener... listeners) {
    return engine.submit(request, options, check(request, options), List.of(listeners));
  }

  /**
   * Says what rendering several deliverables would do and cost. Sends nothing, spends nothing,
   * writes nothing.
   *
   * @param deliverables what to make
   * @return the steps of all, each named by its deliverable, such as {@code square/segment-1}; what
   *     several share is bought for the first of them, and for the others "the same as" that
   */
  public RenderPlan plan(Deliverables deliverables) {
    return plan(deliverables, RenderOptions.DEFAULT);
  }

  /**
   * Says what rendering several deliverables would do and cost. Sends nothing, spends nothing,
   * writes nothing.
   *
   * @param deliverables what to make
   * @param options for whom, and what all of them may cost together
   * @return the steps of all, each named by its deliverable
   */
  public RenderPlan plan(Deliverables deliverables, RenderOptions options) {
    return engine.plan(deliverables, options);
  }

  /**
   * Makes several deliverables from one purchase and waits for them.
   *
   * @param deliverables what to make
   * @return all of them
   * @throws VidgenException if one of them cannot be rendered, or something failed; what was done
   *     is kept, and rendering again goes on from there
   */
  public RenderSet render(Deliverables deliverables) {
    return submit(deliverables).join();
  }

  /**
   * Makes several deliverables for somebody, within a budget, and waits for them.
   *
   * @param deliverables what to make
   * @param options for whom, and what all of them may cost together
   * @return all of them
   * @throws VidgenException as {@link #render(Deliverables)}, or if a budget allows no more
   */
  public RenderSet render(Deliverables deliverables, RenderOptions options) {
    return submit(deliverables, options).join();
  }

  /**
   * Makes several deliverables in the background.
   *
   * @param deliverables what to make
   * @param listeners hear what happens, beside those of the builder; {@link
   *     io.vidgen.event.RenderEvent.StepInfo#deliverable()} says for which
   * @return one job for all of them, which has begun
   * @throws VidgenException if one of them cannot be rendered; nothing was spent or written then
   */
  public RenderSetJob submit(Deliverables deliverables, RenderListener... listeners) {
    return submit(deliverables, RenderOptions.DEFAULT, listeners);
  }

  /**
   * Makes several deliverables in the background for somebody, within a budget.
   *
   * @param deliverables what to make
   * @param options for whom, and what all of them may cost together
   * @param listeners hear what happens, beside those of the builder
   * @return one job for all of them, which has begun
   * @throws VidgenException if one of them cannot be rendered; nothing was spent or written then
   */
  public RenderSetJob submit(
      Deliverables deliverables, RenderOptions options, RenderListener... listeners) {
    var warnings = withoutErrors("deliverables", engine.check(deliverables, options));
    return engine.submit(deliverables, options, warnings, List.of(listeners));
  }

  /**
   * Opens a queue that renders with this pipeline, for many videos: it bounds how many are in
   * flight, keeps their results for a while and counts. Its jobs end with the process; close it
   * before the pipeline. The builder's listeners hear about its jobs.
   *
   * @param options how it works
   * @return an empty queue
   */
  public VideoQueue queue(QueueOptions options) {
    var runner =
        new JobRunner() {
          @Override
          public RenderJob start(String id, VideoRequest request, RenderOptions options) {
            var warnings = warnings(engine.check(request, options));
            return engine.submit(id, request, options, warnings, List.of());
          }

          @Override
          public void check(VideoRequest request, RenderOptions options) {
            var unused = VideoPipeline.this.check(request, options);
          }
        };
    return VideoQueues.inMemory(runner, engine.storage(), options, engine.clock());
  }

  /** What should be known of a request in which nothing is wrong. */
  private List<Problem> check(VideoRequest request, RenderOptions options) {
    return withoutErrors("request", engine.check(request, options));
  }

  private static List<Problem> withoutErrors(String what, List<Problem> problems) {
    var warnings = warnings(problems);
    if (warnings.size() < problems.size()) {
      var errors = new ArrayList<>(problems);
      errors.removeAll(warnings);
      throw VidgenException.invalid(what, errors);
    }
    return warnings;
  }

  private static List<Problem> warnings(List<Problem> problems) {
    return problems.stream().filter(p -> p.severity() == Problem.Severity.WARNING).toList();
  }

  /**
   * The steps that may need a person's word: those whose paid call was sent, or whose operation
   * failed, and nobody knows whether it was charged; and those whose result could not be got from
   * the vendor when it was last asked for, which the next render asks for again. None of them is
   * sent again by itself; see {@link #resolve}. A call that a crash cut off appears here once its
   * request was rendered again.
   *
   * @return their records, with provider, attempt and what happened; empty when all is clear
   */
  public List<StepRecord> needsAttention() {
    return engine.needsAttention();
  }

  /**
   * Says what became of a paid call whose outcome was not known, or whose result cannot be got,
   * after a look at the vendor's account. The next render of the request goes on from there. A step
   * that is done and whose files are gone from the ledger's artifacts can be resolved too: it is
   * made anew then instead of being asked for at the vendor.
   *
   * @param step {@link StepRecord#fingerprint()} of the step
   * @param resolution what became of it
   * @return the step as it is now
   * @throws VidgenException of kind {@link FailureKind#INVALID_REQUEST} if there is no such step,
   *     its outcome is known, its provider works on it, it is being worked on right now, or the
   *     operation belongs to another provider
   * @throws io.vidgen.ledger.StaleWriteException if somebody else changed the step meanwhile
   */
  public StepRecord resolve(Fingerprint step, Resolution resolution) {
    return engine.resolve(step, resolution);
  }

  /**
   * How the providers have served lately that this pipeline has asked, and which of them rest.
   *
   * @return one for each kind of work and provider, in that order; empty before the first call
   */
  public List<Health> health() {
    return engine.health();
  }

  /**
   * The truth about steps and money.
   *
   * @return the ledger in use
   */
  public Ledger ledger() {
    return engine.ledger();
  }

  /**
   * What was spent by whom, what is reserved for calls under way, and what the limits of this
   * pipeline leave. It is of the whole ledger, whichever pipeline spent it.
   *
   * @return sums as they are now
   */
  public Spending spending() {
    return engine.spending();
  }

  /**
   * Where finished videos are.
   *
   * @return the storage in use
   */
  public VideoStorage storage() {
    return engine.storage();
  }

  /**
   * Stops what runs here and lets go of files and locks. Operations at vendors go on and are found
   * again by the next render of the same request. Ledger, storage and characters are closed if the
   * builder made them.
   */
  @Override
  public void close() {
    engine.close();
  }
}
