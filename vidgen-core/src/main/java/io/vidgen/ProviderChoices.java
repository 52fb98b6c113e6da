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
import java.util.List;

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
   */
  public B scripts(ScriptProvider... providers) {
    choices.use(ProviderKind.SCRIPT, List.of(providers));
    return self();
  }

  /**
   * Uses who writes scripts by id, the preferred one first.
   *
   * @param ids such as {@code gemini}
   * @return this
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
   */
  public B speech(SpeechProvider... providers) {
    choices.use(ProviderKind.SPEECH, List.of(providers));
    return self();
  }

  /**
   * Uses voices by id, the preferred one first.
   *
   * @param ids such as {@code freetts}
   * @return this
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
   */
  public B images(ImageProvider... providers) {
    choices.use(ProviderKind.IMAGE, List.of(providers));
    return self();
  }

  /**
   * Uses picture makers by id, the preferred one first.
   *
   * @param ids such as {@code storyboard}
   * @return this
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
   */
  public B videos(VideoProvider... providers) {
    choices.use(ProviderKind.VIDEO, List.of(providers));
    return self();
  }

  /**
   * Uses who makes moving pictures by id, the preferred one first.
   *
   * @param ids such as {@code veo}
   * @return this
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
   */
  public B avatar(AvatarProvider... providers) {
    choices.use(ProviderKind.AVATAR, List.of(providers));
    return self();
  }

  /**
   * Uses who makes faces speak by id, the preferred one first.
   *
   * @param ids such as {@code did}
   * @return this
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
   */
  public B lipSync(LipSyncProvider... providers) {
    choices.use(ProviderKind.LIP_SYNC, List.of(providers));
    return self();
  }

  /**
   * Uses who fits lips to a voice by id, the preferred one first.
   *
   * @param ids such as {@code wav2lip}
   * @return this
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
   */
  public B transcription(TranscriptionProvider... providers) {
    choices.use(ProviderKind.TRANSCRIPTION, List.of(providers));
    return self();
  }

  /**
   * Uses who hears words and their times by id, the preferred one first.
   *
   * @param ids such as {@code whisper}
   * @return this
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
    choices.use(ProviderKind.COMPOSER, List.of(provider));
    return self();
  }
}
