package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FfmpegOptionsTest {
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
