package io.vidgen.offline.internal.voice;

import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The voices of espeak-ng: a man's for each language, and its variants. {@code m1} to {@code m7}
 * and {@code f1} to {@code f5} are the numbered ones of all its versions ({@code espeak-ng
 * --voices=variant}).
 */
final class EspeakVoices {
  private static final int MEN = 7;
  private static final int WOMEN = 5;

  /** The usual woman: the one that sounds least like a man played faster. */
  private static final int FIRST_WOMAN = 3;

  private final Map<String, Voice> all = new LinkedHashMap<>();
  private final List<Voice> list;

  EspeakVoices() {
    Map<String, Set<Locale>> languages = new LinkedHashMap<>();
    for (Locale language : EspeakLanguages.locales()) {
      languages
          .computeIfAbsent(EspeakLanguages.voice(language), name -> new LinkedHashSet<>())
          .add(language);
    }
    languages.forEach(this::addLanguage);
    this.list = List.copyOf(all.values());
  }

  private void addLanguage(String name, Set<Locale> languages) {
    List<Voice> voices = new ArrayList<>();
    voices.add(new Voice(name, name, VoiceGender.MALE, languages));
    for (int i = 0; i < WOMEN; i++) {
      String id = name + "+f" + (1 + (FIRST_WOMAN - 1 + i) % WOMEN);
      voices.add(new Voice(id, id, VoiceGender.FEMALE, languages));
    }
    for (int i = 1; i <= MEN; i++) {
      String id = name + "+m" + i;
      voices.add(new Voice(id, id, VoiceGender.MALE, languages));
    }
    voices.forEach(voice -> all.put(voice.id(), voice));
  }

  List<Voice> all() {
    return list;
  }

  Optional<Voice> usual(Locale language) {
    return Optional.ofNullable(all.get(EspeakLanguages.voice(language)))
        .filter(voice -> voice.speaks(language));
  }
}
