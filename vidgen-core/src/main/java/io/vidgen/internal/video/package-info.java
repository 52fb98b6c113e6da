/**
 * What all kinds of video are made of: shots, words, segments, sound and the finished file.
 *
 * <ul>
 *   <li><b>The way in.</b> {@code RenderDesk} gets a {@link io.vidgen.internal.video.Recipe}, which
 *       for one video is a {@code Production} of {@code internal.narrated}, {@code story}, {@code
 *       talking} or {@code captioned}. Its checks fill a {@code Checklist}.
 *   <li><b>The track.</b> The production's flow is a {@code ShotTrack}, or a {@code PosterTrack}:
 *       shots come from its {@code ShotSource} (fitted into another frame by {@code FittedShots},
 *       cut to a teaser by {@code ShownShots}), {@code SegmentSteps} cuts them, {@code WholeSteps}
 *       joins them to a {@code FinishedVideo}.
 *   <li><b>What is bought for many kinds.</b> {@code Voices} speak, by {@code VoiceRoutes} and
 *       {@code Lineup}; {@code SpokenWords} finds when, if need be by {@code Listeners}; {@code
 *       Portrait} draws a character.
 *   <li><b>With what.</b> A {@code Toolbox} holds providers, router and ledger of a job; {@code
 *       Means}, {@code Lowered} and {@code Lowering} say what is made with less.
 * </ul>
 */
@NullMarked
package io.vidgen.internal.video;

import org.jspecify.annotations.NullMarked;
