/**
 * Steps, and the one function that brings a job forward: reuse, resume, do, park. The only place
 * from which a provider is called.
 *
 * <ul>
 *   <li><b>What is asked.</b> A {@link io.vidgen.internal.engine.Flow} asks a {@code StepPort} for
 *       each {@code Step}, which {@code Steps} made of a provider and a request. {@code PlanPort}
 *       answers for a plan, {@code JobPort} for a job, {@code NamedPort} for one of several videos.
 *   <li><b>A plan.</b> {@code Missing} notes for what an announced step waits, {@code PlanOrder}
 *       keeps that, and {@code Schedule} says when each begins. Plans read through an {@code
 *       Archive}, which knows the results that were read before ({@code KnownResults}).
 *   <li><b>A job.</b> {@code JobRun.advance} evaluates the flow and starts what is missing. {@code
 *       Detours} has another provider asked where one cannot serve, {@code Excuses} knows failures
 *       that the job survives, {@code JobTally} what ran.
 *   <li><b>A step.</b> {@code StepRunner} runs each once, as a {@code SharedRun}, for all jobs that
 *       want it: {@code Admission} waits for its turn at the vendor ({@code internal.limits}),
 *       {@code Lanes} has the threads.
 *   <li><b>The call.</b> {@code QuickRuns} makes one that answers at once; {@code RemoteRuns}
 *       submits and finds again, {@code Operations} polls (when, says {@code Polling}) and
 *       collects. {@code Guards} may hold both back, {@code Overtime} ends them. {@code
 *       FailedCalls} decides what follows a failure.
 *   <li><b>The ledger.</b> {@code Notes} keeps in it what the next render should know; all else
 *       {@code StepResults} alone writes: the intent, with its reserve against the {@code Purse},
 *       before anything paid is sent; then what became of it, at the {@code ActualCost}. {@code
 *       Attention} is for those whose outcome a person has to say.
 * </ul>
 */
@NullMarked
package io.vidgen.internal.engine;

import org.jspecify.annotations.NullMarked;
