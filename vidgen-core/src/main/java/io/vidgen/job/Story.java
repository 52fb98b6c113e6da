package io.vidgen.job;

import static java.util.Objects.requireNonNull;

import io.vidgen.model.Character;
import io.vidgen.model.Quality;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A story that a video provider films: a theme or a script becomes clips with their own sound, in
 * which the same characters appear, captioned and joined to one video.
 *
 * <p>Each scene takes {@link io.vidgen.model.Scene#clips()} clips. A character without reference
 * pictures is drawn once by an image provider, and every clip gets its pictures as far as the video
 * provider takes them; the plan says where it does not.
 *
 * <p>{@link #draft()} makes the same video with free local voices and pictures in place of clips,
 * and {@link #promote} buys clips for some of its scenes.
 *
 * @param script what is told, null when a theme is given
 * @param theme what a script is written about, null when a script is given
 * @param characters who appears, the most important first; a scene shows those whose names it
 *     mentions, and the first when it mentions none
 * @param chaining how clips hang together; default {@link Chaining#EXTENDED}
 * @param shoots how scenes are made that are not clips, by number of the scene; 0 stands for all
 *     scenes. Absent means {@link Shoot#CLIP}
 * @param promoted numbers of the scenes that are not a draft; null when nothing is one
 * @param format size of the video; default {@link VideoFormat#PORTRAIT}
 * @param clipFormat size in which clips are made; null for the provider's usual one, 720p where it
 *     has that, in the shape nearest to {@code format}
 * @param quality how carefully the video is encoded; default {@link Quality#STANDARD}
 * @param voice the speech provider's name of a voice, for drafts, narrated scenes and {@link
 *     FilterAnswer#OWN_VOICE}; null for its default
 * @param speed pace of that voice, 0.5 to 2.0, null for the voice's own
 * @param captions how burned-in captions look, null for none; default {@link
 *     CaptionStyle#defaults()}
 * @param captionOptions how words become captions
 * @param music background music, repeated to length and ducked under the clips' sound, null for
 *     none
 * @param musicLicence under which licence the music is used, for the manifest; empty for not stated
 * @param musicGainDb louder or softer music, -40 to 10 dB; default -12
 * @param transition between scenes that are not extended from each other; default a cut
 * @param style what all pictures and clips share, in words; may be empty
 * @param negativePrompt what clips must not show, in words; may be empty
 * @param whenFiltered what is done, one after the other, when a clip is refused for its content;
 *     default nothing: the render fails and says so
 * @param whenExpired what is done when a clip that has to be extended is gone; default {@link
 *     WhenExpired#FAIL}
 * @param lead silence before the voice of a narrated or avatar scene, 0 to 10 s; default 0.1 s
 * @param pause silence after it, 0 to 10 s; default 0.35 s
 * @param takes which version of a scene is wanted, by number of the scene; 0 stands for all scenes.
 *     Absent means the first version
 * @param scriptTake which version of the written script is wanted; 0 for the first
 * @param heroes numbers of the scenes that {@link Overrun#stepDown} steps down last; changes
 *     nothing of what is made otherwise
 */
public record Story(
    @Nullable Script script,
    @Nullable Theme theme,
    List<Character> characters,
    Chaining chaining,
    Map<Integer, Shoot> shoots,
    @Nullable Set<Integer> promoted,
    VideoFormat format,
    @Nullable VideoFormat clipFormat,
    Quality quality,
    @Nullable String voice,
    @Nullable Double speed,
    @Nullable CaptionStyle captions,
    CaptionOptions captionOptions,
    @Nullable Path music,
    String musicLicence,
    double musicGainDb,
    Transition transition,
    String style,
    String negativePrompt,
    List<FilterAnswer> whenFiltered,
    WhenExpired whenExpired,
    Duration lead,
    Duration pause,
    Map<Integer, Integer> takes,
    int scriptTake,
    Set<Integer> heroes)
    implements VideoRequest {

  /**
   * Copies the collections and checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range or two contradict each other; its
   *     message names them
   * @throws NullPointerException if a value is null that must not be; its message names it
   */
  public Story {
    if ((script == null) == (theme == null)) {
      throw new IllegalArgumentException("a story needs a script or a theme, and not both");
    }
    requireNonNull(chaining, "chaining");
    requireNonNull(format, "format");
    requireNonNull(quality, "quality");
    requireNonNull(captionOptions, "captionOptions");
    requireNonNull(musicLicence, "musicLicence");
    requireNonNull(transition, "transition");
    requireNonNull(style, "style");
    requireNonNull(negativePrompt, "negativePrompt");
    requireNonNull(whenExpired, "whenExpired");
    if (script != null && scriptTake != 0) {
      throw new IllegalArgumentException(
          "scriptTake is for a theme, whose script is written: this story has a script");
    }
    characters = List.copyOf(characters);
    shoots = Map.copyOf(shoots);
    promoted = promoted == null ? null : Set.copyOf(promoted);
    whenFiltered = List.copyOf(whenFiltered);
    takes = Map.copyOf(takes);
    heroes = Set.copyOf(heroes);
    int scenes = script == null ? Ranges.ANY : script.scenes().size();
    Ranges.speed(speed);
    Ranges.musicGain(musicGainDb);
    Ranges.time("lead", lead, Duration.ZERO, Duration.ofSeconds(10));
    Ranges.time("pause", pause, Duration.ZERO, Duration.ofSeconds(10));
    Ranges.takes(takes, scenes);
    Ranges.take(scriptTake);
    Ranges.scenes("shoots", shoots.keySet(), 0, scenes);
    if (promoted != null) {
      Ranges.scenes("promoted", promoted, 1, scenes);
    }
    Ranges.scenes("heroes", heroes, 1, scenes);
  }

  /**
   * Which version of a scene is wanted.
   *
   * @param scene number of the scene, from 1
   * @return 0 for the first version
   */
  public int takeOf(int scene) {
    return takes.getOrDefault(scene, takes.getOrDefault(0, 0));
  }

  /**
   * How a scene is made once it is no draft.
   *
   * @param scene number of the scene, from 1
   * @return {@link Shoot#CLIP} unless something else was said
   */
  public Shoot shootOf(int scene) {
    return shoots.getOrDefault(scene, shoots.getOrDefault(0, Shoot.CLIP));
  }

  /**
   * Whether a scene is only drafted.
   *
   * @param scene number of the scene, from 1
   * @return true if nothing is bought for it
   */
  public boolean isDraft(int scene) {
    return promoted != null && !promoted.contains(scene);
  }

  /**
   * The same story, of which nothing is bought but the script of a theme: the storyboard of each
   * clip with a free local voice, as long as the clip.
   *
   * @return the draft; scenes that were promoted before are drafted again
   */
  public Story draft() {
    return withPromoted(Set.of());
  }

  /**
   * The same story with some scenes bought.
   *
   * @param scenes their numbers, from 1
   * @return the draft with these scenes promoted, beside those that were before
   * @throws IllegalArgumentException if there is no such scene
   * @throws IllegalStateException if this is no draft, so that every scene would be bought
   */
  public Story promote(int... scenes) {
    if (promoted == null) {
      throw new IllegalStateException(
          "this story is no draft, and all its scenes would be bought: begin with draft(), as in"
              + " story.draft().promote(1)");
    }
    var all = new TreeSet<>(promoted);
    for (int scene : scenes) {
      all.add(scene);
    }
    return withPromoted(all);
  }

  /**
   * The same story with every scene bought.
   *
   * @return the story that is no draft
   */
  public Story promoteAll() {
    return withPromoted(null);
  }

  private Story withPromoted(@Nullable Set<Integer> scenes) {
    return toBuilder().promoted(scenes).build();
  }

  /**
   * A builder with all of this story, to change some of it: {@code story.toBuilder().take(3,
   * 1).build()} is the same story with another version of scene 3. What is a draft stays one.
   *
   * @return a new builder
   */
  public StoryBuilder toBuilder() {
    return new StoryBuilder(this);
  }
}
