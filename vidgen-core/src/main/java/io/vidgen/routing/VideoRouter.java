package io.vidgen.routing;

import java.util.List;
import java.util.Locale;

/**
 * How providers are chosen, for clips, voices, pictures and all the rest. Immutable. What was bought
 * already is used whatever the router says.
 */
public final class VideoRouter {
  private static final VideoRouter LISTED = new VideoRouter(VoiceRules.NONE);

  private final VoiceRules voices;

  private VideoRouter(VoiceRules voices) {
    this.voices = voices;
  }

  /**
   * In the order in which the pipeline lists them; the next one steps in when one cannot serve.
   *
   * @return the default
   */
  public static VideoRouter listed() {
    return LISTED;
  }

  /**
   * The same, with a voice that may speak in place of another when that one's provider cannot serve.
   * Without this, a voice of the same gender that speaks the language stands in, and none where the
   * gender is not known.
   *
   * @param voice the voice that is asked for; empty for the default voice of whoever is asked first
   * @param provider id of another speech provider
   * @param voiceThere its name of the voice; empty for its default
   * @return a router
   */
  public VideoRouter standIn(String voice, String provider, String voiceThere) {
    return with(voices.with(new VoiceRules.StandIn(voice, provider, voiceThere)));
  }

  /**
   * The same, with what becomes of earlier scenes when another voice has to go on with a video.
   *
   * @param change {@link VoiceChange#KEEP} by default
   * @return a router
   */
  public VideoRouter voiceChange(VoiceChange change) {
    return with(voices.with(change));
  }

  /**
   * The same, with providers that come first for a language, whatever the order: who speaks, hears
   * or writes it.
   *
   * @param tag BCP 47 tag, such as {@code fr}; with a region, such as {@code pt-BR}, for that only
   * @param providers ids of providers, the first one first
   * @return a router
   * @throws IllegalArgumentException if the tag names no language
   */
  public VideoRouter forLanguage(String tag, String... providers) {
    var language = Locale.forLanguageTag(tag);
    if (language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("'" + tag + "' is no tag of a language");
    }
    return with(voices.with(language, List.of(providers)));
  }

  /**
   * What it says of voices and languages.
   *
   * @return {@link VoiceRules#NONE} by default
   */
  public VoiceRules voices() {
    return voices;
  }

  private static VideoRouter with(VoiceRules voices) {
    return new VideoRouter(voices);
  }
}
