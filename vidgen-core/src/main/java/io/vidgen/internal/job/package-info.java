/**
 * Jobs as users see them. Here begins the way from {@code VideoPipeline.render} to a paid call.
 *
 * <ul>
 *   <li>{@link io.vidgen.internal.job.Engine} is what is behind {@code VideoPipeline}: made of an
 *       {@code EngineConfig}, it hands plans and renders to {@code RenderDesk} and characters to
 *       {@code Drawings}.
 *   <li>What is rendered is a {@code Work}: {@code OneVideo}, which {@code Productions} finds the
 *       maker of, or {@code SeveralVideos}. It gives a {@code Recipe}, see {@code internal.video}.
 *   <li><b>A plan.</b> {@code Planning} has the recipe asked by a {@code PlanPort}, holds what it
 *       would spend against the limits by {@code Budgeting}, steps it down ({@code
 *       internal.stepdown}), adds what {@code Cautions} say of those that are paid, and compares it
 *       with the last render ({@code internal.project}).
 *   <li><b>A render.</b> {@code RenderDesk} has {@code Planning} lower and afford the same, and ask
 *       whoever is to be asked; {@code BoughtSteps} notice what it buys. Then it gives the recipe
 *       and the {@code Purse} to a {@code JobRun} of {@code internal.engine}, which does the work.
 *       {@code DrivenJob} brings that forward until it is done; {@code VideoJob} and {@code SetJob}
 *       are its two kinds.
 *   <li><b>The end.</b> {@code Publisher} stores the files and writes the {@code Manifest}.
 * </ul>
 */
@NullMarked
package io.vidgen.internal.job;

import org.jspecify.annotations.NullMarked;
