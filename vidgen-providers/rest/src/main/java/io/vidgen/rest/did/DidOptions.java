package io.vidgen.rest.did;

import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How D-ID is used. Immutable; the defaults stand with the setters of {@link DidOptionsBuilder}.
 */
public final class DidOptions {
  private final DidOptionsBuilder from;
  private final List<DidExpression> expressions;

  DidOptions(DidOptionsBuilder builder) {
    this.from = new DidOptionsBuilder(builder);
    this.expressions = List.copyOf(builder.expressions);
  }

  /**
   * Begins with a key and the defaults.
   *
   * @param key the key as D-ID showed it, without {@code Basic}
   * @return a builder
   * @throws io.vidgen.error.VidgenException if it cannot be a key
   */
  public static DidOptionsBuilder builder(Secret key) {
    return new DidOptionsBuilder(key);
  }

  /**
   * Begins with these options.
   *
   * @return a builder
   */
  public DidOptionsBuilder toBuilder() {
    return new DidOptionsBuilder(from);
  }

  /**
   * The key.
   *
   * @return a secret
   */
  public Secret key() {
    return from.key;
  }

  /**
   * How the key is sent.
   *
   * @return the form
   */
  public DidAuth auth() {
    return from.auth;
  }

  /**
   * Where D-ID is.
   *
   * @return the base address, without a slash at its end
   */
  public URI address() {
    return from.address;
  }

  /**
   * What may be bought.
   *
   * @return the product
   */
  public DidProduct product() {
    return from.product;
  }

  /**
   * The voice for texts whose request names none.
   *
   * @return the voice; null for a Microsoft voice that fits the language
   */
  public @Nullable DidVoice voice() {
    return from.voice;
  }

  /**
   * The longest text.
   *
   * @return characters
   */
  public int textLimit() {
    return from.textLimit;
  }

  /**
   * Container of the video.
   *
   * @return the format
   */
  public DidResultFormat resultFormat() {
    return from.resultFormat;
  }

  /**
   * Whether a talk shows the whole picture.
   *
   * @return true if so
   */
  public boolean stitch() {
    return from.stitch;
  }

  /**
   * Whether a talk ends as it began.
   *
   * @return true if so
   */
  public boolean fluent() {
    return from.fluent;
  }

  /**
   * Silence at the end of a talk.
   *
   * @return the time
   */
  public Duration padAudio() {
    return from.padAudio;
  }

  /**
   * Expressions of a talk.
   *
   * @return the expressions, in their order
   */
  public List<DidExpression> expressions() {
    return expressions;
  }

  /**
   * How many frames an expression takes to come.
   *
   * @return the frames; 0 for D-ID's default
   */
  public int transitionFrames() {
    return from.transitionFrames;
  }

  /**
   * Colour behind a presenter.
   *
   * @return such as {@code #1a2b3c}; null for the presenter's own background
   */
  public @Nullable String backgroundColor() {
    return from.backgroundColor;
  }

  /**
   * Longest side of a clip.
   *
   * @return pixels; 0 for D-ID's default
   */
  public int outputResolution() {
    return from.outputResolution;
  }

  /**
   * A key of ElevenLabs, whose quota pays for voices instead of D-ID's.
   *
   * @return the key, null for none
   */
  public @Nullable Secret elevenLabsKey() {
    return from.elevenLabsKey;
  }

  /**
   * Where D-ID reports what became of a video.
   *
   * @return the address, null for none
   */
  public @Nullable URI webhook() {
    return from.webhook;
  }

  /**
   * How long half of the videos take.
   *
   * @return the time
   */
  public Duration typicalTime() {
    return from.typicalTime;
  }

  /**
   * When a video counts as lost.
   *
   * @return the time from its submit
   */
  public Duration timeLimit() {
    return from.timeLimit;
  }

  /**
   * Longest upload or submit.
   *
   * @return the time
   */
  public Duration submitLimit() {
    return from.submitLimit;
  }

  /**
   * Longest question.
   *
   * @return the time
   */
  public Duration askLimit() {
    return from.askLimit;
  }

  /**
   * Longest download.
   *
   * @return the time
   */
  public Duration downloadLimit() {
    return from.downloadLimit;
  }

  /**
   * Whether a submit whose answer was lost is looked for.
   *
   * @return true if so
   */
  public boolean reconcile() {
    return from.reconcile;
  }

  /**
   * How long a video may take to show up in the list.
   *
   * @return the time
   */
  public Duration listLag() {
    return from.listLag;
  }

  /**
   * What videos cost.
   *
   * @return the card; by default one that says nothing of your plan
   */
  public PriceCard prices() {
    return from.prices;
  }

  /**
   * What the account may do.
   *
   * @return the limits, kept by all pipelines of this JVM together
   */
  public AccountLimits limits() {
    return from.limits;
  }

  @Override
  public String toString() {
    return "DidOptions[" + address() + ", " + auth() + ", " + product() + ", " + key() + "]";
  }
}
