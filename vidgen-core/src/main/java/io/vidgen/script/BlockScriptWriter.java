package io.vidgen.script;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes the scene-block form so that {@link BlockReader} reads the same again. */
final class BlockScriptWriter {

  private final Script script;
  private final boolean french;
  private final StringBuilder out = new StringBuilder();

  BlockScriptWriter(Script script) {
    this.script = script;
    this.french = script.language().getLanguage().equals("fr");
  }

  String write() {
    String title = unquoted(Words.cleanLine(script.title()));
    if (!title.isEmpty()) {
      BlockLine line = BlockLine.of("# " + title, 1);
      // "# Scene 1" would be a heading and "# Language: de" a field.
      boolean plain =
          line.label() == null && BlockHeading.find(line) == null && !title.endsWith(":");
      String label = french ? "TITRE: " : "TITLE: ";
      out.append(plain ? "# " : label).append(title).append('\n');
    }
    Locale detected = french ? Locale.FRENCH : Locale.ENGLISH;
    if (!script.language().equals(detected)) {
      String tag = script.language().toLanguageTag();
      out.append(french ? "LANGUE: " : "LANGUAGE: ").append(tag).append('\n');
    }
    for (int i = 0; i < script.scenes().size(); i++) {
      scene(script.scenes().get(i), i + 1);
    }
    return out.toString();
  }

  private void scene(Scene scene, int number) {
    out.append(out.isEmpty() ? "" : "\n")
        .append("**")
        .append(heading(scene, number))
        .append(":**\n");
    int empty = out.length();
    dialogue(scene.dialogue());
    field(french ? "VISUEL" : "VISUAL", Markup.escape(scene.visual()));
    field(french ? "AUDIO" : "SOUND", Markup.escape(scene.sound()));
    String say = scene.say();
    String caption = scene.caption();
    Path media = scene.media();
    field(french ? "DIRE" : "SAY", say == null ? "" : unquoted(say));
    field(french ? "LÉGENDE" : "CAPTION", caption == null ? "" : unquoted(caption));
    field("MEDIA", media == null ? "" : media.toString());
    if (scene.clips() != 1 || out.length() == empty) {
      // A scene without anything still needs a field to be one.
      field("CLIPS", String.valueOf(scene.clips()));
    }
  }

  private String heading(Scene scene, int number) {
    String word = french ? "BLOC " : "BLOCK ";
    String heading = Words.cleanLine(scene.heading());
    if (heading.isEmpty()) {
      return word + number;
    }
    BlockHeading own = BlockHeading.find(BlockLine.of(heading, 1));
    boolean kept = own != null && own.certain() && own.text().equals(heading);
    return kept ? heading : word + number + " – " + Markup.escape(heading);
  }

  private void dialogue(List<DialogueLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String label = french ? "DIALOGUES" : "DIALOGUE";
    boolean named = lines.stream().anyMatch(l -> !(l.speaker() + l.direction()).isEmpty());
    if (lines.size() == 1) {
      field(label, line(lines.get(0), named));
      return;
    }
    out.append("- ").append(label).append(":\n");
    for (DialogueLine line : lines) {
      out.append("  - ").append(line(line, named)).append('\n');
    }
  }

  /** Among named lines the narrator is named too: a bare quote goes on with the speaker before. */
  private String line(DialogueLine line, boolean named) {
    String quote = '"' + Markup.escape(Words.cleanLine(line.text())) + '"';
    if (!named) {
      return quote;
    }
    String narrator = french ? "Narrateur" : "Narrator";
    String speaker = line.speaker().isEmpty() ? narrator : lead(line.speaker());
    String direction = line.direction().isEmpty() ? "" : " (" + lead(line.direction()) + ")";
    return speaker + direction + ": " + quote;
  }

  /**
   * Before a quote no mark may open one; a straight one has no escape there, so it is made single.
   */
  private static String lead(String words) {
    StringBuilder lead = new StringBuilder();
    for (char c : Markup.escape(words.replace('"', '\'')).toCharArray()) {
      boolean escaped = lead.length() > 0 && lead.charAt(lead.length() - 1) == '\\';
      lead.append(Quotes.OPENERS.indexOf(c) >= 0 && !escaped ? "\\" : "").append(c);
    }
    return Words.cleanLine(lead.toString());
  }

  /** Marks around a whole value would be taken off; a backslash before the first keeps them. */
  private static String unquoted(String value) {
    boolean marked = !value.isEmpty() && "“«„「".indexOf(value.charAt(0)) >= 0;
    return (marked ? "\\" : "") + Markup.escape(value);
  }

  private void field(String label, String value) {
    if (!value.isEmpty()) {
      out.append("- ").append(label).append(": ").append(Words.cleanLine(value)).append('\n');
    }
  }
}
