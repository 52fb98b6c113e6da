package io.vidgen.routing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a router says of voices and languages. Immutable.
 *
 * @param standIns which voice of another provider may speak in place of a voice, whatever is known
 *     of their genders; one for each provider at most
 * @param change what becomes of earlier scenes when the voice changes
 * @param languages ids of the providers that a language prefers, the first one first
 */
public record VoiceRules(
    List<StandIn> standIns, VoiceChange change, Map<Locale, List<String>> languages) {
  /** No voice is named, earlier scenes keep theirs, no language prefers anybody. */
  public static final VoiceRules NONE = new VoiceRules(List.of(), VoiceChange.KEEP, Map.of());

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if a language prefers nobody, or an id is blank
   */
  public VoiceRules {
    standIns = List.copyOf(standIns);
    requireNonNull(change, "change");
    languages = Map.copyOf(languages);
    languages.forEach(
        (language, providers) -> {
          if (providers.isEmpty() || providers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                "name whom " + language.toLanguageTag() + " prefers by id, not " + providers);
          }
        });
  }

  /**
   * A voice that may speak in place of another.
   *
   * @param voice the voice that is asked for; empty for the default voice of whoever is asked first
   * @param provider id of another provider
   * @param voiceThere its name of the voice; empty for its default
   */
  public record StandIn(String voice, String provider, String voiceThere) {
    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if the id of the provider is blank
     * @throws NullPointerException if a value is null; its message names it
     */
    public StandIn {
      requireNonNull(voice, "voice");
      requireNonNull(voiceThere, "voiceThere");
      if (requireNonNull(provider, "provider").isBlank()) {
        throw new IllegalArgumentException(
            "name the provider that stands in for voice '" + voice + "' by its id");
      }
    }
  }

  /**
   * Adds a stand-in, in place of an earlier one of the same voice at the same provider.
   *
   * @param added the stand-in
   * @return the new rules
   */
  public VoiceRules with(StandIn added) {
    var all = new ArrayList<>(standIns);
    all.removeIf(
        old -> old.voice().equals(added.voice()) && old.provider().equals(added.provider()));
    all.add(added);
    return new VoiceRules(all, change, languages);
  }

  /**
   * Says what becomes of earlier scenes.
   *
   * @param other what
   * @return the new rules
   */
  public VoiceRules with(VoiceChange other) {
    return new VoiceRules(standIns, other, languages);
  }

  /**
   * Says whom a language prefers.
   *
   * @param language the language, without region unless that matters
   * @param providers their ids, the first one first
   * @return the new rules
   */
  public VoiceRules with(Locale language, List<String> providers) {
    var all = new HashMap<>(languages);
    all.put(language, List.copyOf(providers));
    return new VoiceRules(standIns, change, Collections.unmodifiableMap(all));
  }

  /**
   * What a provider is to speak with in place of a voice, if somebody said so.
   *
   * @param voice the voice that is asked for; empty for a default
   * @param provider id of the other provider
   * @return its name of the voice there
   */
  public Optional<String> voiceThere(String voice, String provider) {
    return standIns.stream()
        .filter(s -> s.voice().equals(voice) && s.provider().equals(provider))
        .map(StandIn::voiceThere)
        .findFirst();
  }

  /**
   * Whom a language prefers; what is said of a region counts before what is said of its language.
   *
   * @param language the language
   * @return ids, the first one first; empty when nobody said
   */
  public List<String> preferred(Locale language) {
    var exact = languages.get(language);
    return exact != null
        ? exact
        : languages.getOrDefault(Locale.forLanguageTag(language.getLanguage()), List.of());
  }
}
