package io.vidgen.queue;

import io.vidgen.error.Failure;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job of a queue as it was at one moment.
 *
 * @param id its id, and that of the stored video
 * @param clientKey what the client calls it, null when it does not
 * @param priority higher begins earlier
 * @param state how far it is
 * @param progress how far it is, 0 to 1
 * @param submittedAt when it was queued
 * @param startedAt when it began, null when it has not
 * @param finishedAt when it was over, null when it is not
 * @param render the result, null unless the job succeeded and its result has not expired
 * @param failure why there is no result, null unless it failed, was cancelled or needs attention
 * @param waiting what of it waits for its turn at a vendor, oldest first
 */
public record QueuedJob(
    String id,
    @Nullable String clientKey,
    int priority,
    JobState state,
    double progress,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Render render,
    @Nullable Failure failure,
    List<RenderEvent.TurnAwaited> waiting) {}
