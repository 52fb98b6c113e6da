package io.vidgen.script;

import io.vidgen.model.Script;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scene-block form as language models return it.
 *
 * <p>Text outside of fields (a preface, a closing note) is left out. A field goes on over the lines
 * that follow until a label, a heading, a rule, or a blank line before text that does not look like
 * a part of it.
 */
final class BlockReader {

  private static final BlockLabel UNLABELLED =
      new BlockLabel(FieldLabel.DIALOGUE, "DIALOGUES", "", 0);

  private final BlockLines lines;
  private final ScriptOptions options;
  private final ScriptAssembler assembler;
  private final MediaPaths media;
  private @Nullable BlockScene scene;
  private BlockScene.@Nullable Field field;
  private int fieldLine;
  private boolean afterBlank;

  BlockReader(SourceText source, ScriptOptions options, @Nullable Path folder) {
    this.lines = BlockLines.of(source.lines());
    this.options = options;
    this.assembler = new ScriptAssembler(options);
    this.media = new MediaPaths(options, folder);
  }

  Script read() {
    int first = lines.firstScene();
    BlockPreamble preamble = BlockPreamble.read(lines, first);
    for (int i = first; i < lines.size(); i++) {
      read(i);
    }
    flush();
    Locale language = preamble.language();
    if (language == null) {
      language = options.language();
    }
    return assembler.finish(
        preamble.title(),
        language == null ? lines.language() : language,
        "add a heading such as \"BLOC 1:\" and under it DIALOGUES:, VISUEL: and AUDIO:");
  }

  private void read(int i) {
    BlockLine line = lines.get(i);
    BlockHeading heading = lines.heading(i);
    if (line.isBlank() || line.isFence()) {
      afterBlank |= line.isBlank();
    } else if (line.isRule()) {
      field = null;
    } else if (heading != null) {
      if (!lines.isContainer(i)) {
        flush();
        scene = new BlockScene(heading.text(), line.start());
      }
      field = null;
      afterBlank = false;
    } else {
      BlockLabel label = lines.label(i);
      if (label != null) {
        startField(line, label);
      } else {
        text(line);
      }
      afterBlank = false;
    }
  }

  private void startField(BlockLine line, BlockLabel label) {
    if (scene == null) {
      // Labels without any heading are one scene.
      scene = new BlockScene("", line.start());
    }
    field = scene.add(label, line.start());
    fieldLine = line.number() - 1;
    if (label.value() < line.raw().length()) {
      field.text().add(line, label.value());
    }
  }

  private void text(BlockLine line) {
    BlockScene.Field open = field;
    if (open != null) {
      if (isPartOf(open, line)) {
        open.text().add(line, line.content());
      } else {
        field = null;
      }
    } else if (scene != null && scene.isEmpty() && hasQuote(line)) {
      // A model that forgot the label still put the words in quotation marks.
      field = scene.add(UNLABELLED, line.start());
      fieldLine = line.number() - 1;
      field.text().add(line, line.content());
    }
  }

  private boolean isPartOf(BlockScene.Field open, BlockLine line) {
    if (open.text().isBlank()) {
      return true;
    }
    if (!open.isSpoken() && isOtherField(line)) {
      return false;
    }
    if (!afterBlank || line.bullet() || line.isIndented()) {
      return true;
    }
    boolean quoteFirst =
        line.words() < line.raw().length()
            && "\"“„«「『‘".indexOf(line.raw().charAt(line.words())) >= 0;
    return open.isSpoken() && (quoteFirst || (hasQuote(line) && line.raw().indexOf(':') >= 0));
  }

  /** A label that nobody knows, written like the label of the open field: its value is left out. */
  private boolean isOtherField(BlockLine line) {
    BlockLine label = lines.get(fieldLine);
    if (label.content() != line.content() || label.bullet() != line.bullet()) {
      return false;
    }
    String raw = line.raw();
    int colon = raw.indexOf(':', line.words());
    if (colon < 0 || colon - line.words() > 40) {
      return false;
    }
    String word = raw.substring(line.words(), colon);
    boolean bold = raw.startsWith("**", line.content());
    return bold || word.chars().noneMatch(Character::isLowerCase);
  }

  private static boolean hasQuote(BlockLine line) {
    return line.raw().chars().anyMatch(c -> "\"“„«「『".indexOf(c) >= 0);
  }

  private void flush() {
    BlockScene done = scene;
    if (done != null) {
      assembler.add(done.toScene(assembler, media, options), done.start());
    }
    scene = null;
  }
}
