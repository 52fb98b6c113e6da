package io.vidgen.job;

import io.vidgen.model.Character;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds a request for a speaking face; not safe for use by several threads. */
public final class AvatarBuilder extends ScenesBuilder<AvatarBuilder> {
  private Script script;
  private @Nullable Path face;
  private @Nullable String presenter;
  private @Nullable Character character;
  private @Nullable String avatarVoice;
  private @Nullable Path speech;

  AvatarBuilder(Script script) {
    super(Transition.CUT, Duration.ZERO, Duration.ZERO);
    this.script = script;
  }

  @Override
  AvatarBuilder self() {
    return this;
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
