package io.vidgen.queue;

import io.vidgen.error.Failure;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows about one job. Id, client key, priority and time of submission never change.
 *
 * @param id its id
 * @param clientKey what the client calls it, unique in a store; null when it does not
 * @param priority higher begins earlier
 * @param request what to make, null once the job is over
 * @param state how far it is
 * @param progress how far it was when this was written, 0 to 1
 * @param version counts writes, from 1; a write must carry the version after the one it replaces
 * @param submittedAt when it was queued
 * @param startedAt when it began, null when it has not
 * @param finishedAt when it was over, null when it is not
 * @param dueAt when a cleanup has to look at it, null unless it is over
 * @param render the result, null unless the job succeeded and its result has not expired
 * @param failure why there is no result, null unless it failed, was cancelled or needs attention
 * @param options for whom it is made, and what it may cost
 */
public record JobRecord(
    String id,
    @Nullable String clientKey,
    int priority,
    @Nullable VideoRequest request,
    JobState state,
    double progress,
    long version,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant dueAt,
    @Nullable Render render,
    @Nullable Failure failure,
    RenderOptions options) {

  /**
   * Checks that the state has what it needs.
   *
   * @throws IllegalArgumentException if it has not, or a number is out of range
   */
  public JobRecord {
    if (version < 1 || !(progress >= 0 && progress <= 1)) {
      throw new IllegalArgumentException(
          "version begins with 1 and progress is 0 to 1, not " + version + " and " + progress);
    }
    if (state.isTerminal() ? finishedAt == null || dueAt == null : request == null) {
      throw new IllegalArgumentException(
          "a job that is over needs to know since when and what is next, another one its request");
    }
    if (state == JobState.SUCCEEDED && render == null) {
      throw new IllegalArgumentException("a job that succeeded needs its result");
    }
  }

  /**
   * A record of a job for nobody in particular.
   *
   * @param id its id
   * @param clientKey what the client calls it
   * @param priority higher begins earlier
   * @param request what to make
   * @param state how far it is
   * @param progress 0 to 1
   * @param version from 1
   * @param submittedAt when it was queued
   * @param startedAt when it began
   * @param finishedAt when it was over
   * @param dueAt when a cleanup has to look at it
   * @param render the result
   * @param failure why there is no result
   */
  public JobRecord(
      String id,
      @Nullable String clientKey,
      int priority,
      @Nullable VideoRequest request,
      JobState state,
      double progress,
      long version,
      Instant submittedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Instant dueAt,
      @Nullable Render render,
      @Nullable Failure failure) {
    this(
        id,
        clientKey,
        priority,
        request,
        state,
        progress,
        version,
        submittedAt,
        startedAt,
        finishedAt,
        dueAt,
        render,
        failure,
        RenderOptions.DEFAULT);
  }

  /**
   * The first record of a job.
   *
   * @param id its id
   * @param clientKey what the client calls it, null when it does not
   * @param priority higher begins earlier
   * @param request what to make
   * @param now when it is queued
   * @return a record of version 1
   */
  public static JobRecord queued(
      String id, @Nullable String clientKey, int priority, VideoRequest request, Instant now) {
    return queued(id, clientKey, priority, request, RenderOptions.DEFAULT, now);
  }

  /**
   * The first record of a job that is made for somebody.
   *
   * @param id its id
   * @param clientKey what the client calls it, null when it does not
   * @param priority higher begins earlier
   * @param request what to make
   * @param options for whom, and what it may cost
   * @param now when it is queued
   * @return a record of version 1
   */
  public static JobRecord queued(
      String id,
      @Nullable String clientKey,
      int priority,
      VideoRequest request,
      RenderOptions options,
      Instant now) {
    return new JobRecord(
        id,
        clientKey,
        priority,
        request,
        JobState.QUEUED,
        0,
        1,
        now,
        null,
        null,
        null,
        null,
        null,
        options);
  }

  /**
   * The next record when the job begins.
   *
   * @param now when
   * @return the next record
   */
  public JobRecord running(Instant now) {
    return new JobRecord(
        id,
        clientKey,
        priority,
        request,
        JobState.RUNNING,
        progress,
        version + 1,
        submittedAt,
        now,
        null,
        null,
        null,
        null,
        options);
  }

  /**
   * The next record when the job has to begin again, because who ran it is gone.
   *
   * @return the next record
   */
  public JobRecord requeued() {
    return new JobRecord(
        id,
        clientKey,
        priority,
        request,
        JobState.QUEUED,
        0,
        version + 1,
        submittedAt,
        null,
        null,
        null,
        null,
        null,
        options);
  }

  /**
   * The next record when the job succeeded.
   *
   * @param result the result
   * @param now when
   * @param due when the result's life is over
   * @return the next record
   */
  public JobRecord succeeded(Render result, Instant now, Instant due) {
    return over(JobState.SUCCEEDED, 1, now, due, result, null);
  }

  /**
   * The next record when the job is over without a result.
   *
   * @param how failed, cancelled or needs attention
   * @param why why there is no result
   * @param reached how far it came, 0 to 1
   * @param now when
   * @param due when it may be forgotten
   * @return the next record
   */
  public JobRecord ended(JobState how, Failure why, double reached, Instant now, Instant due) {
    return over(how, reached, now, due, null, why);
  }

  /**
   * The next record when the result is gone: a tombstone.
   *
   * @param due when it may be forgotten
   * @return the next record
   */
  public JobRecord expired(Instant due) {
    return over(JobState.EXPIRED, progress, finishedAt, due, null, null);
  }

  /**
   * The next record when a cleanup could not do what was due.
   *
   * @param due when it is tried again
   * @return the next record
   */
  public JobRecord postponed(Instant due) {
    return over(state, progress, finishedAt, due, render, failure);
  }

  private JobRecord over(
      JobState how,
      double reached,
      @Nullable Instant end,
      Instant due,
      @Nullable Render result,
      @Nullable Failure why) {
    return new JobRecord(
        id,
        clientKey,
        priority,
        null,
        how,
        reached,
        version + 1,
        submittedAt,
        startedAt,
        end,
        due,
        result,
        why,
        options);
  }
}
