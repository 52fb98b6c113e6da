package io.vidgen.script;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a labelled field of a scene holds, with the labels people and language models give it. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
enum FieldLabel {
  DIALOGUE("dialogue", "dialogues", "dialog", "dialogs", "replique", "repliques", "paroles"),
  NARRATION(
      "narration",
      "narrateur",
      "narratrice",
      "narrator",
      "voix off",
      "voix-off",
      "voice over",
      "voice-over",
      "voiceover",
      "vo",
      "text",
      "texte"),
  VISUAL(
      "visuel",
      "visuels",
      "visual",
      "visuals",
      "image",
      "images",
      "video",
      "decor",
      "setting",
      "action",
      "actions",
      "description",
      "description visuelle",
      "visual description",
      "prompt visuel",
      "visual prompt",
      "camera",
      "plan",
      "shot",
      "lumiere",
      "lighting",
      "style"),
  SOUND(
      "audio",
      "sound",
      "sounds",
      "son",
      "sons",
      "musique",
      "music",
      "sfx",
      "bruitage",
      "bruitages",
      "ambiance",
      "ambience",
      "ambiance sonore",
      "effets sonores",
      "sound effects",
      "sound design",
      "bande son",
      "bande-son"),
  SAY("say", "dire", "prononciation"),
  CAPTION("caption", "captions", "legende", "sous-titre", "sous-titres", "subtitle", "subtitles"),
  MEDIA("media", "fichier", "file"),
  CLIPS("clips"),
  TITLE("titre", "title"),
  LANGUAGE("langue", "language"),
  /** Known, and of no use to a scene: better dropped than drawn or spoken. */
  IGNORED(
      "duree",
      "duration",
      "temps",
      "time",
      "timing",
      "timecode",
      "transition",
      "transitions",
      "texte a l'ecran",
      "texte ecran",
      "on-screen text",
      "text on screen",
      "note",
      "notes",
      "remarque",
      "format",
      "emotion");

  private static final Map<String, FieldLabel> BY_ALIAS =
      Arrays.stream(values())
          .flatMap(label -> label.aliases.stream().map(alias -> Map.entry(alias, label)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  // List.of makes it immutable; only its type cannot say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> aliases;

  FieldLabel(String... aliases) {
    this.aliases = List.of(aliases);
  }

  /** The field with this label, in any case and with or without accents; null for other words. */
  static @Nullable FieldLabel find(String label) {
    return BY_ALIAS.get(Words.fold(label));
  }

  /** 1 for a word only French uses, -1 for one only English uses, 0 for a word of both. */
  static int frenchness(String word) {
    return switch (Words.fold(word)) {
      case "bloc",
          "visuel",
          "visuels",
          "son",
          "sons",
          "replique",
          "repliques",
          "narrateur",
          "narratrice",
          "voix off",
          "voix-off",
          "musique",
          "bruitage",
          "bruitages",
          "ambiance",
          "legende",
          "sous-titre",
          "titre",
          "langue",
          "duree",
          "decor",
          "paroles" ->
          1;
      case "block",
          "visual",
          "visuals",
          "sound",
          "sounds",
          "dialog",
          "dialogs",
          "narrator",
          "voice over",
          "voice-over",
          "voiceover",
          "music",
          "setting",
          "title",
          "language",
          "duration",
          "subtitle",
          "shot" ->
          -1;
      default -> 0;
    };
  }
}
