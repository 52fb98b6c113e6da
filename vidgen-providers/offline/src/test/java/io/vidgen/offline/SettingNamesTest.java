package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.ProviderFactory;
import io.vidgen.testkit.FakeProviderConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the factories say that they read. */
class SettingNamesTest {
  @TempDir Path directory;

  @Test
  void settings_always_areThoseThatAreRead() throws IOException {
    var program = Files.createFile(directory.resolve("program"));
    assertThat(program.toFile().setExecutable(true)).isTrue();

    assertThat(asked(new EspeakSpeechProviderFactory(), program))
        .isEqualTo(new EspeakSpeechProviderFactory().settings().orElseThrow());
    assertThat(new PiperSpeechProviderFactory().settings().orElseThrow())
        .containsAll(asked(new PiperSpeechProviderFactory(), program));
    for (var factory :
        List.<ProviderFactory<?>>of(
            new FreeTtsSpeechProviderFactory(),
            new SilentSpeechProviderFactory(),
            new StoryboardImageProviderFactory())) {
      assertThat(factory.settings()).as(factory.id()).contains(Set.of());
      assertThat(asked(factory, program)).as(factory.id()).isEmpty();
    }
  }

  private static Set<String> asked(ProviderFactory<?> factory, Path program) {
    var config =
        FakeProviderConfig.of(
            Map.of(
                "vidgen.offline.espeak",
                program.toString(),
                "vidgen.offline.piper",
                program.toString()));
    var unused = factory.availability(config);
    return config.asked();
  }
}
