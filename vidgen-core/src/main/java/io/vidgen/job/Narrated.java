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
import java.util.TreeMap;
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
    if (speed != null && !(speed >= 0.5 && speed <= 2)) {
      throw new IllegalArgumentException("speed must be 0.5 to 2.0, not " + speed);
    }
    if (!(musicGainDb >= -40 && musicGainDb <= 10)) {
      throw new IllegalArgumentException("musicGainDb must be -40 to 10, not " + musicGainDb);
    }
    check("lead", lead, Duration.ZERO, Duration.ofSeconds(10));
    check("pause", pause, Duration.ZERO, Duration.ofSeconds(10));
    check("silentScene", silentScene, Duration.ofMillis(500), Duration.ofSeconds(60));
    takes.forEach(
        (scene, take) -> {
          if (scene < 0 || scene > script.scenes().size() || take < 0) {
            throw new IllegalArgumentException(
                "take "
                    + take
                    + " of scene "
                    + scene
                    + ": there are scenes 1 to "
                    + script.scenes().size()
                    + ", and takes from 0");
          }
        });
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

  private static void check(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", not " + value);
    }
  }

  /** Builds a request; not safe for use by several threads. */
  public static final class Builder {
    private final Script script;
    private VideoFormat format = VideoFormat.PORTRAIT;
    private Quality quality = Quality.STANDARD;
    private @Nullable String voice;
    private @Nullable Double speed;
    private @Nullable CaptionStyle captions = CaptionStyle.defaults();
    private @Nullable CaptionOptions captionOptions;
    private @Nullable Path music;
    private String musicLicence = "";
    private double musicGainDb = -12;
    private Transition transition = new Transition(Transition.Kind.FADE, 12);
    private Duration lead = Duration.ofMillis(100);
    private Duration pause = Duration.ofMillis(350);
    private Duration silentScene = Duration.ofSeconds(3);
    private @Nullable String style;
    private List<Character> characters = List.of();
    private final Map<Integer, Integer> takes = new TreeMap<>();

    Builder(Script script) {
      this.script = script;
    }

    /**
     * Sets the size.
     *
     * @param format size of the video
     * @return this
     */
    public Builder format(VideoFormat format) {
      this.format = format;
      return this;
    }

    /**
     * Sets how carefully it is encoded.
     *
     * @param quality the quality
     * @return this
     */
    public Builder quality(Quality quality) {
      this.quality = quality;
      return this;
    }

    /**
     * Chooses a voice.
     *
     * @param voice the speech provider's name of a voice
     * @return this
     */
    public Builder voice(String voice) {
      this.voice = voice;
      return this;
    }

    /**
     * Sets the pace of the voice.
     *
     * @param speed 0.5 to 2.0
     * @return this
     */
    public Builder speed(double speed) {
      this.speed = speed;
      return this;
    }

    /**
     * Sets how captions look.
     *
     * @param captions their style
     * @return this
     */
    public Builder captions(CaptionStyle captions) {
      this.captions = captions;
      return this;
    }

    /**
     * Sets how words become captions.
     *
     * @param options lengths, lines and reading speed
     * @return this
     */
    public Builder captionOptions(CaptionOptions options) {
      this.captionOptions = options;
      return this;
    }

    /**
     * Burns no captions in; caption files are written all the same.
     *
     * @return this
     */
    public Builder withoutCaptions() {
      this.captions = null;
      return this;
    }

    /**
     * Adds background music.
     *
     * @param file a file with sound
     * @return this
     */
    public Builder music(Path file) {
      this.music = file;
      return this;
    }

    /**
     * Adds background music and says by what right.
     *
     * @param file a file with sound
     * @param licence such as {@code CC0}; goes into the manifest
     * @return this
     */
    public Builder music(Path file, String licence) {
      this.music = file;
      this.musicLicence = licence;
      return this;
    }

    /**
     * Sets how loud the music is.
     *
     * @param gain -40 to 10 dB
     * @return this
     */
    public Builder musicGainDb(double gain) {
      this.musicGainDb = gain;
      return this;
    }

    /**
     * Sets what happens between scenes.
     *
     * @param transition kind and length
     * @return this
     */
    public Builder transition(Transition transition) {
      this.transition = transition;
      return this;
    }

    /**
     * Sets the silence around each scene's voice.
     *
     * @param before before it
     * @param after after it
     * @return this
     */
    public Builder pauses(Duration before, Duration after) {
      this.lead = before;
      this.pause = after;
      return this;
    }

    /**
     * Sets how long a scene without words is shown.
     *
     * @param length the time
     * @return this
     */
    public Builder silentScene(Duration length) {
      this.silentScene = length;
      return this;
    }

    /**
     * Says what all pictures share.
     *
     * @param style in words
     * @return this
     */
    public Builder style(String style) {
      this.style = style;
      return this;
    }

    /**
     * Says who appears.
     *
     * @param characters all of them
     * @return this
     */
    public Builder characters(List<Character> characters) {
      this.characters = characters;
      return this;
    }

    /**
     * Asks for a fresh version of every voice and picture.
     *
     * @param take number of the version; 0 for the first
     * @return this
     */
    public Builder take(int take) {
      takes.put(0, take);
      return this;
    }

    /**
     * Asks for a fresh version of one scene's voice and picture.
     *
     * @param scene number of the scene, from 1
     * @param take number of the version; 0 for the first
     * @return this
     */
    public Builder take(int scene, int take) {
      takes.put(scene, take);
      return this;
    }

    /**
     * Finishes.
     *
     * @return the request
     * @throws IllegalArgumentException if a value is out of range
     */
    public Narrated build() {
      return new Narrated(
          script,
          format,
          quality,
          voice,
          speed,
          captions,
          captionOptions != null ? captionOptions : CaptionOptions.defaults(),
          music,
          musicLicence,
          musicGainDb,
          transition,
          lead,
          pause,
          silentScene,
          style != null ? style : script.title(),
          characters,
          takes);
    }
  }
}
