package io.vidgen.rest.coqui;

import io.vidgen.spi.VoiceGender;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds {@link CoquiOptions}; defaults are stated there. */
public final class CoquiOptionsBuilder {
  private final URI url;
  private CoquiRoute route = CoquiRoute.TTS;
  private String model = "";
  private @Nullable String speaker;
  private @Nullable String speakerWav;
  private @Nullable String style;
  private VoiceGender gender = VoiceGender.UNKNOWN;
  private String language = CoquiOptions.AUTO;
  private Set<String> languages = Set.of();
  private int partLength;
  private int parallel = 1;
  private Duration timeout = Duration.ofMinutes(5);

  CoquiOptionsBuilder(URI url) {
    this.url = url;
  }

  /**
   * Chooses the interface.
   *
   * @param which the interface
   * @return this
   */
  public CoquiOptionsBuilder route(CoquiRoute which) {
    this.route = which;
    return this;
  }

  /**
   * Names the model.
   *
   * @param name its name, as given to the server at its start; empty for unknown
   * @return this
   */
  public CoquiOptionsBuilder model(String name) {
    this.model = name;
    return this;
  }

  /**
   * Names the speaker.
   *
   * @param name the speaker when a request names none, null for the server's own
   * @return this
   */
  public CoquiOptionsBuilder speaker(@Nullable String name) {
    this.speaker = name;
    return this;
  }

  /**
   * Names the voice to clone.
   *
   * @param path path of a recording <em>on the server</em> to clone, null for none
   * @return this
   */
  public CoquiOptionsBuilder speakerWav(@Nullable String path) {
    this.speakerWav = path;
    return this;
  }

  /**
   * Gives the style.
   *
   * @param style path of a {@code .wav} <em>on the server</em> or a JSON object, null for none
   * @return this
   */
  public CoquiOptionsBuilder style(@Nullable String style) {
    this.style = style;
    return this;
  }

  /**
   * Says how the voice sounds of requests that name none, so that it may stand in for voices of
   * other providers, and they for it.
   *
   * @param how its gender; {@link VoiceGender#UNKNOWN} by default
   * @return this
   */
  public CoquiOptionsBuilder gender(VoiceGender how) {
    this.gender = how;
    return this;
  }

  /**
   * Chooses the language that is sent.
   *
   * @param name {@link CoquiOptions#AUTO}, {@link CoquiOptions#NONE} or the model's own name
   * @return this
   */
  public CoquiOptionsBuilder language(String name) {
    this.language = name;
    return this;
  }

  /**
   * Says what the model speaks.
   *
   * @param tags BCP 47 tags of what the model speaks
   * @return this
   */
  public CoquiOptionsBuilder languages(Set<String> tags) {
    this.languages = tags;
    return this;
  }

  /**
   * Limits the text of a call.
   *
   * @param characters most characters of one call, 20 to 5000; 0 for the language's limit
   * @return this
   */
  public CoquiOptionsBuilder partLength(int characters) {
    this.partLength = characters;
    return this;
  }

  /**
   * Limits the calls at once.
   *
   * @param calls most calls at once, 1 to 64
   * @return this
   */
  public CoquiOptionsBuilder parallel(int calls) {
    this.parallel = calls;
    return this;
  }

  /**
   * Limits the time of a call.
   *
   * @param longest longest call, more than zero
   * @return this
   */
  public CoquiOptionsBuilder timeout(Duration longest) {
    this.timeout = longest;
    return this;
  }

  /**
   * Finishes.
   *
   * @return the options
   * @throws io.vidgen.error.VidgenException if a value is out of range
   */
  public CoquiOptions build() {
    return new CoquiOptions(
        url,
        route,
        model,
        speaker,
        speakerWav,
        style,
        gender,
        language,
        languages,
        partLength,
        parallel,
        timeout);
  }
}
