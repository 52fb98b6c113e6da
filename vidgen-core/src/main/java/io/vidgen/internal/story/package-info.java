/**
 * Stories: scenes that a video provider films, mixed with scenes made in other ways. A call goes
 * down this list and comes back with shots; {@code ShotTrack} makes the video of them.
 *
 * <ul>
 *   <li><b>The way in.</b> {@link io.vidgen.internal.story.StoryProduction} checks a request and
 *       makes its flow. Where only a theme is given, {@code ThemeFlow} has {@code ThemeScript}
 *       bought first; until it is there, {@code ThemeClips} stands in for it and {@code Foresight}
 *       announces what will follow. From then on the script is known: a {@code Telling}, which
 *       knows the scenes that are lowered, and is told with other words for a deliverable in
 *       another language.
 *   <li><b>The way of a scene.</b> {@code StoryShots} hands each scene to one {@code SceneShots},
 *       as {@code SceneWays} says: {@code ClipShots}, {@code NarratedScenes} or {@code
 *       AvatarScenes}, one for each of the means to which scenes are lowered; a draft to {@code
 *       ClipDrafts} or {@code NarratedDrafts}, which know {@code FreeTools} only, so that {@code
 *       DraftVoice} may be none. {@code DubbedClips} shows clips with the words of another telling.
 *   <li><b>Who appears.</b> {@code Cast}, whose pictures {@code DrawnCast} has drawn.
 *   <li><b>Which clips.</b> {@code ClipPlan}, a pure function of script and {@code ClipLimits}:
 *       runs of {@code PlannedClip}, each with its part of the scene from {@code SceneParts}.
 *   <li><b>A clip is made.</b> {@code ClipRuns} waits for what the clip hangs on (the clip before
 *       it, {@code KeyPictures}, a last frame by {@code ExpiryAnswer}) and so knows what is {@code
 *       Wanted}. {@code FilterAnswers} asks for that, by one {@code Rung} of the {@code Ladder}
 *       after the other where it is refused. {@code ClipPurchase} alone makes the step that pays,
 *       in the words of {@code ClipPrompts} and the size of {@code ClipFormats}; an {@code Asking}
 *       says how it is asked for. What comes back is {@code Bought}, and {@code Filmed} once it has
 *       its place in its run.
 *   <li><b>A clip is shown.</b> {@code ClipShots} cuts the shot out of it; {@code ClipSounds} says
 *       what is heard, {@code VoicedClips} speaks where its own sound is not used.
 *   <li><b>What is wrong</b> is said by {@code check} of each and by the classes named {@code
 *       …Checks}; {@code AnswerPrices} warns of what refusals may cost; {@code ReplacedClips} warns
 *       of what would be bought anew.
 * </ul>
 *
 * <p>All of it belongs to one job or plan, and to one thread at a time. Nothing here remembers
 * purchases: a plan and a flow ask the same steps of a {@code StepPort}, and the ledger behind it
 * knows.
 */
@NullMarked
package io.vidgen.internal.story;

import org.jspecify.annotations.NullMarked;
