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

/** Builds a request; not safe for use by several threads. */
public final class NarratedBuilder {
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

  NarratedBuilder(Script script) {
    this.script = script;
  }

  /**
   * Sets the size.
   *
   * @param format size of the video
   * @return this
   */
  public NarratedBuilder format(VideoFormat format) {
    this.format = format;
    return this;
  }

  /**
   * Sets how carefully it is encoded.
   *
   * @param quality the quality
   * @return this
   */
  public NarratedBuilder quality(Quality quality) {
    this.quality = quality;
    return this;
  }

  /**
   * Chooses a voice.
   *
   * @param voice the speech provider's name of a voice
   * @return this
   */
  public NarratedBuilder voice(String voice) {
    this.voice = voice;
    return this;
  }

  /**
   * Sets the pace of the voice.
   *
   * @param speed 0.5 to 2.0
   * @return this
   */
  public NarratedBuilder speed(double speed) {
    this.speed = speed;
    return this;
  }

  /**
   * Sets how captions look.
   *
   * @param captions their style
   * @return this
   */
  public NarratedBuilder captions(CaptionStyle captions) {
    this.captions = captions;
    return this;
  }

  /**
   * Sets how words become captions.
   *
   * @param options lengths, lines and reading speed
   * @return this
   */
  public NarratedBuilder captionOptions(CaptionOptions options) {
    this.captionOptions = options;
    return this;
  }

  /**
   * Burns no captions in; caption files are written all the same.
   *
   * @return this
   */
  public NarratedBuilder withoutCaptions() {
    this.captions = null;
    return this;
  }

  /**
   * Adds background music.
   *
   * @param file a file with sound
   * @return this
   */
  public NarratedBuilder music(Path file) {
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
  public NarratedBuilder music(Path file, String licence) {
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
  public NarratedBuilder musicGainDb(double gain) {
    this.musicGainDb = gain;
    return this;
  }

  /**
   * Sets what happens between scenes.
   *
   * @param transition kind and length
   * @return this
   */
  public NarratedBuilder transition(Transition transition) {
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
  public NarratedBuilder pauses(Duration before, Duration after) {
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
  public NarratedBuilder silentScene(Duration length) {
    this.silentScene = length;
    return this;
  }

  /**
   * Says what all pictures share.
   *
   * @param style in words
   * @return this
   */
  public NarratedBuilder style(String style) {
    this.style = style;
    return this;
  }

  /**
   * Says who appears.
   *
   * @param characters all of them
   * @return this
   */
  public NarratedBuilder characters(List<Character> characters) {
    this.characters = characters;
    return this;
  }

  /**
   * Asks for a fresh version of every voice and picture.
   *
   * @param take number of the version; 0 for the first
   * @return this
   */
  public NarratedBuilder take(int take) {
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
  public NarratedBuilder take(int scene, int take) {
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
