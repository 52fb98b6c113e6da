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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A script, spoken over pictures. Each picture is shown exactly as long as its own scene is spoken.
 *
 * @param script what is told
 * @param format size of the video; default {@link VideoFormat#PORTRAIT}
 * @param quality how carefully it is encoded; default {@link Quality#STANDARD}
 * @param voice the speech provider's name of a voice, null for its default
 * @param speed pace of the voice, 0.5 to 2.0, null for the voice's own
 * @param captions how burned-in captions look, null for none; default {@link
 *     CaptionStyle#defaults()}
 * @param captionOptions how words become captions
 * @param music background music, repeated to length and ducked under the voice, null for none
 * @param musicLicence under which licence the music is used, for the manifest; empty for not stated
 * @param musicGainDb louder or softer music, -40 to 10 dB; default -12
 * @param transition between scenes; default a fade of 12 frames
 * @param lead silence before each scene's voice, 0 to 10 s; default 0.1 s
 * @param pause silence after each scene's voice, 0 to 10 s; default 0.35 s
 * @param silentScene how long a scene without words is shown, 0.5 to 60 s; default 3 s
 * @param style what all pictures share, in words; default the script's title
 * @param characters who appears; a picture shows those whose names its scene mentions
 * @param takes which version of a scene's voice and picture is wanted, by number of the scene; 0
 *     stands for all scenes. Absent means the first version
 */
public record Narrated(
    Script script,
    VideoFormat format,
    Quality quality,
    @Nullable String voice,
    @Nullable Double speed,
    @Nullable CaptionStyle captions,
    CaptionOptions captionOptions,
    @Nullable Path music,
    String musicLicence,
    double musicGainDb,
    Transition transition,
    Duration lead,
    Duration pause,
    Duration silentScene,
    String style,
    List<Character> characters,
    Map<Integer, Integer> takes)
    implements VideoRequest {

  /**
   * Copies the collections and checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range; its message names the value
   */
  public Narrated {
    characters = List.copyOf(characters);
    takes = Map.copyOf(takes);
    Ranges.speed(speed);
    Ranges.musicGain(musicGainDb);
    Ranges.time("lead", lead, Duration.ZERO, Duration.ofSeconds(10));
    Ranges.time("pause", pause, Duration.ZERO, Duration.ofSeconds(10));
    Ranges.time("silentScene", silentScene, Duration.ofMillis(500), Duration.ofSeconds(60));
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
