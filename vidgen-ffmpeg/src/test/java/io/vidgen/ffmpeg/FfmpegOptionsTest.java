package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.testkit.FakeProviderConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FfmpegOptionsTest {
  @Test
  void settings_ofTheFactory_areThoseThatAreRead() {
    var config = FakeProviderConfig.of(Map.of());

    var unused = FfmpegOptions.from(config);

    assertThat(new FfmpegComposerFactory().settings()).contains(config.asked());
  }

  @Test
  void build_withRelativePaths_makesThemAbsolute() {
    var here = Path.of("").toAbsolutePath();

    var options =
        FfmpegOptions.builder()
            .ffmpeg(Path.of("tools", "..", "ffmpeg"))
            .cacheFolder(Path.of("cache"))
            .addFontFolder(Path.of(".", "fonts"))
            .build();

    assertThat(options.ffmpeg()).contains(here.resolve("ffmpeg"));
    assertThat(options.cacheFolder()).isEqualTo(here.resolve("cache"));
    assertThat(options.fontFolders()).containsExactly(here.resolve("fonts"));
  }
}
