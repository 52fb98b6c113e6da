package io.vidgen.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.model.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The sample scripts that lie beside the project, where there are any. */
class SampleFilesTest {

  private static Path sample(String name) {
    // Tests run in the module's folder or in the root of the project.
    for (Path root : List.of(Path.of(""), Path.of(".."))) {
      Path file =
          root.toAbsolutePath().resolve("../shared/media/scripts").resolve(name).normalize();
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    assumeTrue(false, "needs ../shared/media/scripts/" + name + " beside the project");
    return Path.of(name);
  }

  @Test
  void parse_treasure_hasFourBlocks() throws IOException {
    Script script = ScriptParser.ofDefaults().parse(sample("treasure.fr.md"));
    assertThat(script.title()).isEqualTo("Nano Banana et la carte au trésor");
    assertThat(script.language()).isEqualTo(Locale.FRENCH);
    assertThat(Samples.headings(script))
        .containsExactly(
            "BLOC 1 (Scènes 1-2)",
            "BLOC 2 (Scènes 3-4)",
            "BLOC 3 (Scènes 5-6)",
            "BLOC 4 (Scènes 7-8)");
    assertThat(Samples.lines(script))
        .containsExactly(
            "Nano Banana|murmure|Où est cette carte au trésor ?",
            "Nano Banana|s'exclame|La voilà ! Elle était cachée dans ce livre depuis cent ans.",
            "Nano Banana|dit|Trois pas vers le nord, puis à gauche, sous le grand chêne.",
            "Nano Banana|crie|Le trésor ! C'est une montagne de bananes en or !");
    assertThat(ScriptParser.ofDefaults().parse(ScriptWriter.toBlocks(script))).isEqualTo(script);
    assertThat(ScriptParser.ofDefaults().parse(ScriptWriter.toJson(script))).isEqualTo(script);
  }

  @Test
  void parse_coffee_hasOneSceneAParagraph() throws IOException {
    Script script = ScriptParser.ofDefaults().parse(sample("coffee.en.txt"));
    assertThat(script.title()).isEmpty();
    assertThat(script.language()).isEqualTo(Locale.ENGLISH);
    assertThat(script.scenes()).hasSize(5);
    assertThat(script.scenes().get(0).spokenText()).isEqualTo("Why does coffee wake you up?");
  }
}
