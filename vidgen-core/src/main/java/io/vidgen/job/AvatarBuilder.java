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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a request for a speaking face; not safe for use by several threads. */
public final class AvatarBuilder {
  private Script script;
  private @Nullable Path face;
  private @Nullable String presenter;
  private @Nullable Character character;
  private @Nullable String voice;
  private @Nullable Double speed;
  private @Nullable String avatarVoice;
  private @Nullable Path speech;
  private VideoFormat format = VideoFormat.PORTRAIT;
  private Quality quality = Quality.STANDARD;
  private @Nullable CaptionStyle captions = CaptionStyle.defaults();
  private CaptionOptions captionOptions = CaptionOptions.defaults();
  private @Nullable Path music;
  private String musicLicence = "";
  private double musicGainDb = -12;
  private Transition transition = Transition.CUT;
  private Duration lead = Duration.ZERO;
  private Duration pause = Duration.ZERO;
  private final Map<Integer, Integer> takes = new TreeMap<>();

  AvatarBuilder(Script script) {
    this.script = script;
  }

  /**
   * Gives the face.
   *
   * @param picture a picture of one face
   * @return this
   */
  public AvatarBuilder face(Path picture) {
    this.face = picture;
    return this;
  }

  /**
   * Takes a face that the avatar provider has.
   *
   * @param name its name of a presenter
   * @return this
   */
  public AvatarBuilder presenter(String name) {
    this.presenter = name;
    return this;
  }

  /**
   * Lets a character speak: their avatar as the presenter, or else their first reference as the
   * face, with their voice.
   *
   * @param character who speaks
   * @return this
   */
  public AvatarBuilder character(Character character) {
    this.character = character;
    return this;
  }

  /**
   * Chooses a voice.
   *
   * @param voice the speech provider's name of a voice
   * @return this
   */
  public AvatarBuilder voice(String voice) {
    this.voice = voice;
    return this;
  }

  /**
   * Sets the pace of the voice.
   *
   * @param speed 0.5 to 2.0
   * @return this
   */
  public AvatarBuilder speed(double speed) {
    this.speed = speed;
    return this;
  }

  /**
   * Lets the avatar provider speak the text with a voice of its own.
   *
   * @param voice its name of a voice; empty for its default
   * @return this
   */
  public AvatarBuilder avatarVoice(String voice) {
    this.avatarVoice = voice;
    return this;
  }

  /**
   * Lets the face speak a finished recording.
   *
   * @param recording a file with sound
   * @return this
   */
  public AvatarBuilder speech(Path recording) {
    this.speech = recording;
    return this;
  }

  /**
   * Says which language it is in.
   *
   * @param language language of the text; default that of the script, or English, or without a text
   *     whatever is heard
   * @return this
   */
  public AvatarBuilder language(Locale language) {
    this.script = script.withLanguage(language);
    return this;
  }

  /**
   * Sets the size.
   *
   * @param format size of the video
   * @return this
   */
  public AvatarBuilder format(VideoFormat format) {
    this.format = format;
    return this;
  }

  /**
   * Sets how carefully it is encoded.
   *
   * @param quality the quality
   * @return this
   */
  public AvatarBuilder quality(Quality quality) {
    this.quality = quality;
    return this;
  }

  /**
   * Sets how captions look.
   *
   * @param captions their style
   * @return this
   */
  public AvatarBuilder captions(CaptionStyle captions) {
    this.captions = captions;
    return this;
  }

  /**
   * Sets how words become captions.
   *
   * @param options lengths, lines and reading speed
   * @return this
   */
  public AvatarBuilder captionOptions(CaptionOptions options) {
    this.captionOptions = options;
    return this;
  }

  /**
   * Burns no captions in; caption files are written all the same. The words of a recording without
   * a text are then heard only by a provider that is free or was named, and their lack is no error.
   *
   * @return this
   */
  public AvatarBuilder withoutCaptions() {
    this.captions = null;
    return this;
  }

  /**
   * Adds background music.
   *
   * @param file a file with sound
   * @return this
   */
  public AvatarBuilder music(Path file) {
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
  public AvatarBuilder music(Path file, String licence) {
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
  public AvatarBuilder musicGainDb(double gain) {
    this.musicGainDb = gain;
    return this;
  }

  /**
   * Sets what happens between scenes.
   *
   * @param transition kind and length
   * @return this
   */
  public AvatarBuilder transition(Transition transition) {
    this.transition = transition;
    return this;
  }

  /**
   * Sets how long the face is silent around each scene.
   *
   * @param before before it
   * @param after after it
   * @return this
   */
  public AvatarBuilder pauses(Duration before, Duration after) {
    this.lead = before;
    this.pause = after;
    return this;
  }

  /**
   * Asks for a fresh version of every voice and clip.
   *
   * @param take number of the version; 0 for the first
   * @return this
   */
  public AvatarBuilder take(int take) {
    takes.put(0, take);
    return this;
  }

  /**
   * Asks for a fresh version of one scene's voice and clip.
   *
   * @param scene number of the scene, from 1
   * @param take number of the version; 0 for the first
   * @return this
   */
  public AvatarBuilder take(int scene, int take) {
    takes.put(scene, take);
    return this;
  }

  /**
   * Finishes.
   *
   * @return the request
   * @throws IllegalArgumentException if a value is out of range or two contradict each other
   */
  public Avatar build() {
    return new Avatar(
        script,
        face,
        presenter,
        character,
        voice,
        speed,
        avatarVoice,
        speech,
        format,
        quality,
        captions,
        captionOptions,
        music,
        musicLicence,
        musicGainDb,
        transition,
        lead,
        pause,
        takes);
  }
}
