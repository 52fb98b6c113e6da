package io.vidgen;

import io.vidgen.internal.discovery.Choices;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.ProviderKind;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.VideoComposer;
import io.vidgen.spi.VideoProvider;

/**
 * Records which providers a pipeline uses.
 *
 * @param <B> the builder
 */
abstract sealed class ProviderChoices<B extends ProviderChoices<B>> permits VideoPipelineBuilder {
  private final Choices choices = new Choices();

  abstract B self();

  final Choices choices() {
    return choices;
  }

  /**
   * Uses who writes scripts, the preferred one first.
   *
   * @param providers at least one
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public B scripts(ScriptProvider... providers) {
    choices.use(ProviderKind.SCRIPT, (Object[]) providers);
    return self();
  }

  /**
   * Uses who writes scripts by id, the preferred one first.
   *
   * @param ids at least one, such as {@code gemini}
   * @return this
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public B scripts(String... ids) {
    choices.name(ProviderKind.SCRIPT, ids);
    return self();
  }

  /**
   * Uses voices, the preferred one first.
   *
   * @param providers at least one
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public B speech(SpeechProvider... providers) {
    choices.use(ProviderKind.SPEECH, (Object[]) providers);
    return self();
  }

  /**
   * Uses voices by id, the preferred one first.
   *
   * @param ids at least one, such as {@code freetts}
   * @return this
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public B speech(String... ids) {
    choices.name(ProviderKind.SPEECH, ids);
    return self();
  }

  /**
   * Uses picture makers, the preferred one first.
   *
   * @param providers at least one
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public B images(ImageProvider... providers) {
    choices.use(ProviderKind.IMAGE, (Object[]) providers);
    return self();
  }

  /**
   * Uses picture makers by id, the preferred one first.
   *
   * @param ids at least one, such as {@code storyboard}
   * @return this
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public B images(String... ids) {
    choices.name(ProviderKind.IMAGE, ids);
    return self();
  }

  /**
   * Uses who makes moving pictures, the preferred one first.
   *
   * @param providers at least one
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public B videos(VideoProvider... providers) {
    choices.use(ProviderKind.VIDEO, (Object[]) providers);
    return self();
  }

  /**
   * Uses who makes moving pictures by id, the preferred one first.
   *
   * @param ids at least one, such as {@code veo}
   * @return this
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public B videos(String... ids) {
    choices.name(ProviderKind.VIDEO, ids);
    return self();
  }

  /**
   * Uses who makes faces speak, the preferred one first.
   *
   * @param providers at least one
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public B avatar(AvatarProvider... providers) {
    choices.use(ProviderKind.AVATAR, (Object[]) providers);
    return self();
  }

  /**
   * Uses who makes faces speak by id, the preferred one first.
   *
   * @param ids at least one, such as {@code d-id}
   * @return this
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public B avatar(String... ids) {
    choices.name(ProviderKind.AVATAR, ids);
    return self();
  }

  /**
   * Uses who fits lips to a voice, the preferred one first.
   *
   * @param providers at least one
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public B lipSync(LipSyncProvider... providers) {
    choices.use(ProviderKind.LIP_SYNC, (Object[]) providers);
    return self();
  }

  /**
   * Uses who fits lips to a voice by id, the preferred one first.
   *
   * @param ids at least one, such as {@code wav2lip}
   * @return this
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public B lipSync(String... ids) {
    choices.name(ProviderKind.LIP_SYNC, ids);
    return self();
  }

  /**
   * Uses who hears words and their times, the preferred one first.
   *
   * @param providers at least one
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public B transcription(TranscriptionProvider... providers) {
    choices.use(ProviderKind.TRANSCRIPTION, (Object[]) providers);
    return self();
  }

  /**
   * Uses who hears words and their times by id, the preferred one first.
   *
   * @param ids at least one, such as {@code whisper}
   * @return this
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public B transcription(String... ids) {
    choices.name(ProviderKind.TRANSCRIPTION, ids);
    return self();
  }

  /**
   * Uses a composer.
   *
   * @param provider puts everything together
   * @return this
   */
  public B composer(VideoComposer provider) {
    choices.use(ProviderKind.COMPOSER, provider);
    return self();
  }
}
