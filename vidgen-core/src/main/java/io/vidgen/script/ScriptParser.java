package io.vidgen.script;

import io.vidgen.model.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads scripts: plain text, the scene-block form that language models return, and JSON.
 *
 * <p>The {@code parse} methods detect the form; the others insist on one. Bytes may be UTF-8 with
 * or without a byte order mark, UTF-16 or UTF-32 with one, and else count as windows-1252. Whatever
 * the input, the answer is a script or a {@link ScriptParseException}; memory stays within a small
 * multiple of {@link ScriptOptions#maxInputBytes()}. Immutable and thread-safe.
 *
 * <p>What is kept: texts are trimmed and control characters dropped. In the block form Markdown
 * emphasis and everything outside of fields are left out.
 */
public final class ScriptParser {

  private static final ScriptParser DEFAULT = new ScriptParser(ScriptOptions.ofDefaults());

  private final ScriptOptions options;

  private ScriptParser(ScriptOptions options) {
    this.options = options;
  }

  /**
   * A parser with {@link ScriptOptions#ofDefaults()}.
   *
   * @return the parser
   */
  public static ScriptParser ofDefaults() {
    return DEFAULT;
  }

  /**
   * A parser with options.
   *
   * @param options limits and language
   * @return the parser
   */
  public static ScriptParser of(ScriptOptions options) {
    return new ScriptParser(Objects.requireNonNull(options, "options"));
  }

  /**
   * The options of this parser.
   *
   * @return the options
   */
  public ScriptOptions options() {
    return options;
  }

  /**
   * Reads a script in any form.
   *
   * @param text the script
   * @return the script, with at least one scene
   * @throws ScriptParseException if it cannot be understood or passes a limit
   */
  public Script parse(String text) {
    return read(ScriptBytes.text(text, options), null, null);
  }

  /**
   * Reads a script in any form and encoding.
   *
   * @param bytes the script; not changed
   * @return the script, with at least one scene
   * @throws ScriptParseException if it cannot be understood or passes a limit
   */
  public Script parse(byte[] bytes) {
    return read(ScriptBytes.text(bytes, options), null, null);
  }

  /**
   * Reads a script in any form and encoding. At most {@link ScriptOptions#maxInputBytes()} and one
   * byte are taken from the stream.
   *
   * @param in the script; not closed
   * @return the script, with at least one scene
   * @throws IOException if the stream fails
   * @throws ScriptParseException if it cannot be understood or passes a limit
   */
  public Script parse(InputStream in) throws IOException {
    return read(ScriptBytes.read(in, options), null, null);
  }

  /**
   * Reads a script file in any form and encoding; its extension plays no part. Relative media paths
   * are resolved against the folder of the file and may not leave it, unless {@link
   * ScriptOptions#mediaFolder()} is set; absolute ones may be anywhere.
   *
   * @param file the script
   * @return the script, with at least one scene
   * @throws IOException if the file is missing or cannot be read
   * @throws ScriptParseException if it cannot be understood or passes a limit; the message starts
   *     with the name of the file
   */
  public Script parse(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Path folder = file.toAbsolutePath().getParent();
      return read(ScriptBytes.read(in, options), null, folder);
    } catch (ScriptParseException e) {
      throw e.in(String.valueOf(file.getFileName()));
    }
  }

  /**
   * Reads plain text, also text that looks like another form: a blank line starts a scene, lines of
   * a paragraph are joined, and an optional first line {@code # Title} is the title.
   *
   * @param text the script
   * @return the script; each scene has one line of the narrator
   * @throws ScriptParseException if there is no word in it or it passes a limit
   */
  public Script parsePlainText(String text) {
    return read(ScriptBytes.text(text, options), ScriptForm.PLAIN, null);
  }

  /**
   * Reads the scene-block form.
   *
   * @param text the script
   * @return the script
   * @throws ScriptParseException if there is no block, a block has no field, a quotation mark is
   *     never closed, a field is given twice, or it passes a limit
   */
  public Script parseBlocks(String text) {
    return read(ScriptBytes.text(text, options), ScriptForm.BLOCKS, null);
  }

  /**
   * Reads the JSON form; a code fence or sentences around it are left out.
   *
   * @param text the script
   * @return the script
   * @throws ScriptParseException if it is not JSON, a field has the wrong type, or it passes a
   *     limit
   */
  public Script parseJson(String text) {
    return read(ScriptBytes.text(text, options), ScriptForm.JSON, null);
  }

  /**
   * Tells which form {@link #parse(String)} would read the text as.
   *
   * @param text the script
   * @return the form; plain text when it is no other
   * @throws ScriptParseException if the text is larger than {@link ScriptOptions#maxInputBytes()}
   *     or holds a NUL character
   */
  public ScriptForm detect(String text) {
    return FormDetector.detect(SourceText.of(ScriptBytes.text(text, options))).form();
  }

  private Script read(String text, @Nullable ScriptForm wanted, @Nullable Path folder) {
    SourceText source = SourceText.of(text);
    ScriptForm form = wanted == null ? FormDetector.detect(source).form() : wanted;
    return switch (form) {
      case PLAIN -> new PlainTextReader(source, options).read();
      case BLOCKS -> new BlockReader(source, options, folder).read();
      case JSON -> new JsonScriptReader(jsonOf(source), options, folder).read();
    };
  }

  /** The JSON with everything before it blanked, so that lines and columns stay true. */
  private static String jsonOf(SourceText source) {
    int start = FormDetector.jsonStart(source);
    String text = source.text();
    if (start <= 0) {
      return text;
    }
    StringBuilder blanked = new StringBuilder(text);
    for (int i = 0; i < start; i++) {
      if (blanked.charAt(i) != '\n' && blanked.charAt(i) != '\r') {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }
}
