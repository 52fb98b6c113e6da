package io.vidgen.job;

import io.vidgen.model.Character;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a request; not safe for use by several threads. */
public final class NarratedBuilder extends ScenesBuilder<NarratedBuilder> {
  private final Script script;
  private Duration silentScene = Duration.ofSeconds(3);
  private @Nullable String style;
  private List<Character> characters = List.of();

  NarratedBuilder(Script script) {
    super(new Transition(Transition.Kind.FADE, 12), Duration.ofMillis(100), Duration.ofMillis(350));
    this.script = script;
  }

  @Override
  NarratedBuilder self() {
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
        captionOptions,
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
