package io.vidgen.script;

import java.util.Set;

/** Words that tell who speaks from how, in French and English, folded by {@link Words#fold}. */
final class SpeechWords {

  /** Words that start a name but are none: "Le capitaine", "the old man". */
  static final Set<String> ARTICLES =
      Set.of(
          "le", "la", "les", "un", "une", "des", "mon", "ma", "notre", "the", "a", "an", "my",
          "our", "his", "her", "der", "die", "das", "el");

  /** Words that stand for somebody already named. */
  static final Set<String> PRONOUNS =
      Set.of("il", "elle", "ils", "elles", "on", "he", "she", "they", "it", "we", "i", "je");

  /** Words between two quotes that lead to the next one. */
  static final Set<String> CONNECTORS =
      Set.of(
          "et",
          "puis",
          "alors",
          "enfin",
          "ensuite",
          "soudain",
          "mais",
          "and",
          "then",
          "suddenly",
          "finally",
          "but",
          "next");

  /** Small words inside a name: "Jean de La Fontaine", "King of Hearts", "Max et Léa". */
  static final Set<String> INSIDE_NAMES =
      Set.of("de", "du", "des", "la", "le", "d'", "of", "the", "von", "van", "et", "and", "&");

  static final Set<String> VERBS =
      Set.of(
          "dit",
          "disent",
          "murmure",
          "murmurent",
          "chuchote",
          "crie",
          "crient",
          "hurle",
          "demande",
          "repond",
          "s'exclame",
          "s'ecrie",
          "s'etonne",
          "soupire",
          "annonce",
          "ajoute",
          "explique",
          "chante",
          "lance",
          "souffle",
          "raconte",
          "declare",
          "pense",
          "rit",
          "gemit",
          "balbutie",
          "says",
          "say",
          "whispers",
          "shouts",
          "shout",
          "yells",
          "asks",
          "replies",
          "answers",
          "exclaims",
          "cries",
          "screams",
          "sighs",
          "adds",
          "explains",
          "sings",
          "mutters",
          "announces",
          "laughs",
          "thinks",
          "said",
          "whispered",
          "asked",
          "shouted",
          "exclaimed",
          "se",
          "lui",
          "leur",
          "sagt",
          "fragt",
          "fluestert",
          "ruft");

  private static final Set<String> NARRATORS =
      Set.of(
          "narrateur",
          "narratrice",
          "narrator",
          "narration",
          "voix off",
          "voix-off",
          "voix-off.",
          "voice over",
          "voice-over",
          "voiceover",
          "vo",
          "v.o.",
          "le narrateur",
          "la narratrice",
          "the narrator",
          "la voix off");

  private static final Set<String> SILENCE =
      Set.of(
          "none",
          "no dialogue",
          "no dialog",
          "no dialogues",
          "silent",
          "silence",
          "n/a",
          "na",
          "aucun",
          "aucune",
          "aucun dialogue",
          "pas de dialogue",
          "sans dialogue",
          "sans paroles",
          "neant",
          "rien",
          "nothing");

  private SpeechWords() {}

  static boolean isNarrator(String name) {
    return NARRATORS.contains(Words.fold(name));
  }

  /** True for what people write into a field to say that nobody speaks. */
  static boolean isSilence(String value) {
    String text = Words.fold(value);
    while (text.endsWith(".") || text.endsWith("!")) {
      text = text.substring(0, text.length() - 1);
    }
    boolean aside =
        (text.startsWith("(") && text.indexOf(')') == text.length() - 1)
            || (text.startsWith("[") && text.indexOf(']') == text.length() - 1);
    return aside || !Words.hasLetterOrDigit(text) || SILENCE.contains(text);
  }
}
