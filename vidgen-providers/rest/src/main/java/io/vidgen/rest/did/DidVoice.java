package io.vidgen.rest.did;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A voice of one of the services through which D-ID speaks texts.
 *
 * @param provider {@code microsoft}, {@code elevenlabs}, {@code amazon}, {@code google} or {@code
 *     azure-openai}
 * @param id the service's name of the voice, such as {@code en-US-JennyNeural}; empty, for
 *     elevenlabs and google only, for D-ID's default
 * @param model model of elevenlabs, such as {@code eleven_multilingual_v2}; empty for the default
 * @param language sent as {@code language}; empty to leave it out; google has none
 * @param settings {@code style}, {@code rate} and {@code pitch} for microsoft and azure-openai;
 *     {@code stability}, {@code similarity_boost}, {@code rate}, {@code style}, {@code
 *     use_speaker_boost} and {@code apply_language_text_normalization} for elevenlabs
 */
public record DidVoice(
    String provider, String id, String model, String language, Map<String, String> settings) {
  static final String MICROSOFT = "microsoft";
  static final String ELEVENLABS = "elevenlabs";
  static final String GOOGLE = "google";
  static final Set<String> NUMBERS = Set.of("stability", "similarity_boost");
  static final Set<String> FLAGS = Set.of("use_speaker_boost", "apply_language_text_normalization");

  private static final Set<String> MICROSOFT_SETTINGS = Set.of("style", "rate", "pitch");
  private static final Map<String, Set<String>> SETTINGS =
      Map.of(
          MICROSOFT,
          MICROSOFT_SETTINGS,
          ELEVENLABS,
          Set.of(
              "stability",
              "similarity_boost",
              "rate",
              "style",
              "use_speaker_boost",
              "apply_language_text_normalization"),
          "amazon",
          Set.of(),
          GOOGLE,
          Set.of(),
          "azure-openai",
          MICROSOFT_SETTINGS);

  /**
   * Checks what D-ID would refuse.
   *
   * @throws IllegalArgumentException if the service is unknown, lacks an id that it needs or does
   *     not know a setting, or if a setting is out of range
   */
  public DidVoice {
    settings = Map.copyOf(settings);
    var known = SETTINGS.get(provider);
    if (known == null) {
      throw new IllegalArgumentException(
          "voices come from " + String.join(", ", providers()) + ", not " + provider);
    }
    if (id.isBlank() && !provider.equals(ELEVENLABS) && !provider.equals(GOOGLE)) {
      throw new IllegalArgumentException("a voice of " + provider + " needs an id");
    }
    if (!model.isEmpty() && !provider.equals(ELEVENLABS)) {
      throw new IllegalArgumentException("only elevenlabs has models, not " + provider);
    }
    if (!language.isEmpty() && provider.equals(GOOGLE)) {
      throw new IllegalArgumentException("voices of google take no language");
    }
    var isElevenLabs = provider.equals(ELEVENLABS);
    var isV3 = model.contains("_v3");
    settings.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw new IllegalArgumentException(
                "voices of " + provider + " have no setting " + name);
          }
          if (isElevenLabs) {
            checkElevenLabs(name, value, isV3);
          }
        });
  }

  /**
   * A voice with nothing else set.
   *
   * @param provider the service
   * @param id the service's name of the voice
   * @return the voice
   * @throws IllegalArgumentException as the constructor does
   */
  public static DidVoice of(String provider, String id) {
    return new DidVoice(provider, id, "", "", Map.of());
  }

  /**
   * Reads {@code provider:id}, or an id alone, which is Microsoft's. A colon inside an id is no
   * matter.
   *
   * @param text such as {@code elevenlabs:21m00Tcm4TlvDq8ikWAM} or {@code de-DE-KatjaNeural}
   * @return the voice
   * @throws IllegalArgumentException as the constructor does
   */
  public static DidVoice parse(String text) {
    return parse(text, MICROSOFT);
  }

  static DidVoice parse(String text, String otherwise) {
    var provider = prefix(text);
    return provider.isPresent()
        ? of(provider.get(), text.substring(provider.get().length() + 1))
        : of(otherwise, text);
  }

  /**
   * The same voice with a model of elevenlabs.
   *
   * @param name name of the model
   * @return the new voice
   * @throws IllegalArgumentException as the constructor does
   */
  public DidVoice model(String name) {
    return new DidVoice(provider, id, name, language, settings);
  }

  /**
   * The same voice with other settings.
   *
   * @param all names and values, as the service writes them
   * @return the new voice
   * @throws IllegalArgumentException as the constructor does
   */
  public DidVoice settings(Map<String, String> all) {
    return new DidVoice(provider, id, model, language, all);
  }

  /**
   * The same voice with a language.
   *
   * @param name as the service writes it
   * @return the new voice
   * @throws IllegalArgumentException as the constructor does
   */
  public DidVoice language(String name) {
    return new DidVoice(provider, id, model, name, settings);
  }

  /** Another voice of the same service keeps model and settings. */
  DidVoice like(String text) {
    var other = parse(text, provider);
    return other.provider().equals(provider)
        ? new DidVoice(provider, other.id(), model, language, settings)
        : other;
  }

  private static List<String> providers() {
    return SETTINGS.keySet().stream().sorted().toList();
  }

  private static Optional<String> prefix(String text) {
    return SETTINGS.keySet().stream().filter(name -> text.startsWith(name + ":")).findFirst();
  }

  /** Ranges of D-ID's document of 2026-04-10. */
  private static void checkElevenLabs(String name, String value, boolean isV3) {
    if (FLAGS.contains(name)) {
      if (!value.equals("true") && !value.equals("false")) {
        throw new IllegalArgumentException(name + " must be true or false, not " + value);
      }
      return;
    }
    boolean isRate = name.equals("rate");
    double number = number(name, value);
    if (!(number >= (isRate ? 0.7 : 0) && number <= (isRate ? 1.2 : 1))) {
      throw new IllegalArgumentException(
          name + " must be " + (isRate ? "0.7 to 1.2" : "0 to 1") + ", not " + value);
    }
    if (isV3 && name.equals("stability") && number != 0 && number != 0.5 && number != 1) {
      throw new IllegalArgumentException(
          "stability of the v3 models must be 0, 0.5 or 1, not " + value);
    }
  }

  private static double number(String name, String value) {
    if (!value.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException(name + " must be a number, not " + value);
    }
    return Double.parseDouble(value);
  }
}
