package io.vidgen.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/scripts.md; the page is compared with the tagged regions. */
class ScriptsDocTest {

  private static final String TREASURE =
      """
      # La carte au trésor

      **BLOC 1:**
      - DIALOGUES: Nano Banana murmure "Où est cette carte ?"
      - VISUEL: Une vieille bibliothèque
      """;

  @TempDir Path folder;

  @Test
  void sample_parse_readsAnyForm() throws IOException {
    Path file = folder.resolve("treasure.md");
    Files.writeString(file, TREASURE);
    String answer = TREASURE;
    // tag::parse
    ScriptParser parser = ScriptParser.ofDefaults();

    Script fromFile = parser.parse(file);
    Script fromModel = parser.parse(answer);
    Script narrated = parser.parsePlainText("One scene.\n\nAnother scene.");
    // end::parse
    assertThat(fromFile).isEqualTo(fromModel);
    assertThat(narrated.scenes()).hasSize(2);
  }

  @Test
  void sample_options_limitWhatIsRead() {
    Path uploads = folder;
    // tag::options
    ScriptOptions options =
        ScriptOptions.builder()
            .language(Locale.CANADA_FRENCH)
            .maxScenes(12)
            .maxCharacters(6_000)
            .mediaFolder(uploads)
            .build();
    Script script = ScriptParser.of(options).parse("Bonjour tout le monde.");
    // end::options
    assertThat(script.language()).isEqualTo(Locale.CANADA_FRENCH);
  }

  @Test
  void sample_failure_saysWhere() {
    String message = "";
    // tag::failure
    try {
      ScriptParser.ofDefaults().parse("BLOC 1:\nDIALOGUES: Max dit \"Où ?");
    } catch (ScriptParseException e) {
      message = e.line() + ":" + e.column() + " " + e.problem() + " -> " + e.remedy();
    }
    // end::failure
    assertThat(message).startsWith("2:20 the quotation mark is never closed");
  }

  @Test
  void sample_write_givesTheScriptBack() {
    Script script = ScriptParser.ofDefaults().parse(TREASURE);
    // tag::write
    String json = ScriptWriter.toJson(script);
    String blocks = ScriptWriter.toBlocks(script);
    String text = ScriptWriter.toPlainText(script);
    // end::write
    assertThat(ScriptParser.ofDefaults().parse(json)).isEqualTo(script);
    assertThat(ScriptParser.ofDefaults().parse(blocks)).isEqualTo(script);
    assertThat(text).isEqualTo("# La carte au trésor\n\nOù est cette carte ?\n");
  }
}
