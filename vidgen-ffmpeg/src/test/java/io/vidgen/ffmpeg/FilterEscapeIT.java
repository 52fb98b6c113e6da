package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.ffmpeg.internal.compile.FilterEscape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterEscapeIT {
  @TempDir Path folder;

  @Test
  void option_withEverySpecialCharacter_isReadBackByFfmpeg() throws Exception {
    var captions = folder.resolve("it's [a],b;c:d\\e = %f{g}.ass");
    Files.writeString(captions, SegmentIT.CAPTIONS);

    var said =
        TestMedia.run(
            List.of(
                "-f",
                "lavfi",
                "-i",
                "color=red:s=180x320:d=0.1",
                "-vf",
                "ass=" + FilterEscape.option(captions.toString()),
                "-f",
                "null",
                "-"));

    assertThat(said).contains("Added subtitle file: '" + captions + "'");
  }
}
