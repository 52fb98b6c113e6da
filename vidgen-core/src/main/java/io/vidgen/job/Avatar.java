package io.vidgen.job;

import io.vidgen.model.Character;
import io.vidgen.model.Quality;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A face that speaks a text. Each scene of the script is one clip of the face; a text that is too
 * long for one clip becomes several, joined by hard cuts.
 *
 * <p>Who speaks: with {@code speech} a finished recording; with {@code avatarVoice} the avatar
 * provider's own voice; else a voice of a speech provider, whose recording the face is given. When
 * nothing of this was chosen and no voice speaks the language or no avatar takes recordings, the
 * avatar's own voice is used.
 *
 * @param script what is said; without any text only together with {@code speech}
 * @param face picture of the face, null for a presenter or a character
 * @param presenter the avatar provider's name of a presenter, null for none
 * @param character whose face it is, null for none: its avatar is the presenter, or else its first
 *     reference the face; its voice speaks when {@code voice} is null
 * @param voice the speech provider's name of a voice, null for its default
 * @param speed pace of that voice, 0.5 to 2.0, null for the voice's own; not together with {@code
 *     avatarVoice} or {@code speech}
 * @param avatarVoice the avatar provider's name of a voice, empty for its default; null when it is
 *     not to speak itself
 * @param speech a recording to speak, for a script of one scene; null for none
 * @param format size of the video; default {@link VideoFormat#PORTRAIT}
 * @param quality how carefully it is encoded; default {@link Quality#STANDARD}
 * @param captions how burned-in captions look, null for none; default {@link
 *     CaptionStyle#defaults()}
 * @param captionOptions how words become captions
 * @param music background music, repeated to length and ducked under the voice, null for none
 * @param musicLicence under which licence the music is used, for the manifest; empty for not stated
 * @param musicGainDb louder or softer music, -40 to 10 dB; default -12
 * @param transition between scenes; default a cut
 * @param lead how long the face is silent before each scene, 0 to 10 s; default 0
 * @param pause how long it is silent after each scene, 0 to 10 s; default 0
 * @param takes which version of a scene's voice and clip is wanted, by number of the scene; 0
 *     stands for all scenes. Absent means the first version
 */
public record Avatar(
    Script script,
    @Nullable Path face,
    @Nullable String presenter,
    @Nullable Character character,
    @Nullable String voice,
    @Nullable Double speed,
    @Nullable String avatarVoice,
    @Nullable Path speech,
    VideoFormat format,
    Quality quality,
    @Nullable CaptionStyle captions,
    CaptionOptions captionOptions,
    @Nullable Path music,
    String musicLicence,
    double musicGainDb,
    Transition transition,
    Duration lead,
    Duration pause,
    Map<Integer, Integer> takes)
    implements VideoRequest {

  /**
   * Copies the map and checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range or two contradict each other; its
   *     message names them
   */
  public Avatar {
    takes = Map.copyOf(takes);
    Ranges.oneOf("face, presenter and character", face, presenter, character);
    Ranges.oneOf("voice, avatarVoice and speech", voice, avatarVoice, speech);
    Ranges.oneOf("speed and speech", speed, speech);
    Ranges.oneOf("speed and avatarVoice", speed, avatarVoice);
    Ranges.speed(speed);
    Ranges.musicGain(musicGainDb);
    Ranges.time("lead", lead, Duration.ZERO, Duration.ofSeconds(10));
    Ranges.time("pause", pause, Duration.ZERO, Duration.ofSeconds(10));
    Ranges.takes(takes, script.scenes().size());
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
}
