package io.vidgen.internal.story;

import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.spi.SceneParts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is asked of a video provider, in words. Equal clips give equal words. */
final class ClipPrompts {
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  private final Telling telling;

  ClipPrompts(Telling telling) {
    this.telling = telling;
  }

  /**
   * The prompt of a clip.
   *
   * @param part what it tells
   * @param number which of its scene's clips it is, from 1
   * @param cast who is seen
   * @param goesOn whether it begins where the clip before it ends
   */
  String of(Scene part, int number, List<Character> cast, boolean goesOn) {
    var lines = SceneParts.spoken(part);
    var words = new Paragraphs();
    words.add(goesOn ? "Continues directly from the previous shot, same place, same light." : "");
    words.add(telling.request().style(), "Style: ");
    words.add(picture(part));
    words.add(number == 1 ? "" : "The " + ordinal(number) + " part of this scene: it goes on.");
    words.add(seen(cast));
    words.add(
        lines.isEmpty()
            ? "Nobody speaks."
            : lines.stream().map(ClipPrompts::said).collect(Collectors.joining("\n")));
    words.add(lines.isEmpty() ? "" : language());
    words.add(part.sound(), "Sound: ");
    words.add("No subtitles.");
    return words.toString();
  }

  /**
   * The prompt of a picture between two clips; the style is asked for beside it.
   *
   * @param part what the clip tells
   * @param number which of its scene's clips it is, from 1
   * @param cast who is seen
   * @param end whether it is the end of the clip, and so of its scene, and not its beginning
   */
  String keyPicture(Scene part, int number, List<Character> cast, boolean end) {
    var words = new Paragraphs();
    words.add(picture(part));
    words.add(seen(cast));
    words.add(
        end
            ? "The last moment of this scene."
            : number == 1
                ? "The first moment of this scene."
                : "The moment when the " + ordinal(number) + " part of this scene begins.");
    return words.toString();
  }

  private static String ordinal(int number) {
    return number <= ORDINALS.size() ? ORDINALS.get(number - 1) : number + "th";
  }

  private static String picture(Scene part) {
    return part.visual().isBlank() ? part.heading() : part.visual();
  }

  private static String seen(List<Character> cast) {
    return cast.stream().map(ClipPrompts::seen).collect(Collectors.joining("\n"));
  }

  private static String seen(Character character) {
    var looks =
        List.of(character.description(), character.style()).stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return looks.isEmpty()
        ? sentence(character.name())
        : sentence(character.name().strip() + ": " + looks);
  }

  private static String said(DialogueLine line) {
    var who = line.speaker().isBlank() ? "A narrator who is not seen" : line.speaker().strip();
    var how = line.direction().isBlank() ? "" : " (" + line.direction().strip() + ")";
    // Other quotation marks inside would end the line early.
    var text = line.text().strip().replaceAll("[\"\u201C\u201D\u201E]", "'");
    return who + how + " says: \"" + text + "\"";
  }

  private String language() {
    var language = telling.language();
    return language.getLanguage().isEmpty() || language.getLanguage().equals("en")
        ? ""
        : "All speech is in " + language.getDisplayName(Locale.ENGLISH) + ".";
  }

  private static String sentence(String text) {
    var plain = text.strip();
    return plain.isEmpty() || ".!?…。".indexOf(plain.charAt(plain.length() - 1)) >= 0
        ? plain
        : plain + ".";
  }

  /** Sentences on lines of their own; what is empty takes none. */
  private static final class Paragraphs {
    private final StringBuilder text = new StringBuilder();

    void add(String paragraph) {
      add(paragraph, "");
    }

    void add(String paragraph, String label) {
      if (!paragraph.isBlank()) {
        text.append(text.isEmpty() ? "" : "\n").append(label);
        text.append(paragraph.endsWith("\"") ? paragraph : sentence(paragraph));
      }
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
