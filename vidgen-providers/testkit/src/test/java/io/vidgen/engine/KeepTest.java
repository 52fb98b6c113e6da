package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.VideoPipeline;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Own files are looked at when they are kept, not when something was paid for already. */
class KeepTest {
  @TempDir Path directory;
  private final Studio studio = new Studio();
  private VideoPipeline pipeline;

  @BeforeEach
  void open() {
    pipeline = studio.builder().build();
  }

  @AfterEach
  void close() {
    pipeline.close();
    studio.close();
  }

  @Test
  void keep_textAsPicture_namesFileAndType() throws IOException {
    var file = file("host name");

    var e = refused(file, "image/png");

    assertThat(e.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(e).hasMessageContaining(file.toString()).hasMessageContaining("no image/png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "", "image/", "image/*", "image/png; q=1", "image/jpg"})
  void keep_noTypeOfAPicture_isRefused(String type) throws IOException {
    assertThat(refused(file("\u0089PNG\r\n\u001a\n"), type).kind())
        .isEqualTo(FailureKind.INVALID_REQUEST);
  }

  @Test
  void keep_pictureOfAnotherType_saysWhich() throws IOException {
    assertThat(refused(file("\u00ff\u00d8\u00ff\u00e0"), "image/png"))
        .hasMessageContaining("it is image/jpeg");
  }

  @ParameterizedTest
  @CsvSource({
    "image/webp, RIFF1234WEBPVP8",
    "image/heic, 1234ftypheic1234",
    "image/heif, 1234ftypheic1234",
    "image/avif, 1234ftypavif1234",
    "image/gif, GIF89a",
    "audio/wav, whatever",
    "video/mp4, whatever"
  })
  void keep_whatItsTypeSays_isKept(String type, String content) throws IOException {
    assertThat(pipeline.keep(file(content), type).mediaType()).isEqualTo(type);
  }

  private VidgenException refused(Path file, String type) {
    return catchThrowableOfType(VidgenException.class, () -> pipeline.keep(file, type));
  }

  private Path file(String content) throws IOException {
    return Files.write(directory.resolve("own"), content.getBytes(StandardCharsets.ISO_8859_1));
  }
}
