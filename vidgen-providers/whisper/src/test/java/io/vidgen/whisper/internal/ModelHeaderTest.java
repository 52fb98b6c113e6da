package io.vidgen.whisper.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.whisper.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelHeaderTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "ggml-tiny.bin, 51865, 4, 4, tiny",
    "ggml-tiny.en-q5_1.bin, 51864, 4, 4, tiny.en",
    "mine.bin, 51865, 6, 6, base",
    "ggml-small.en.bin, 51864, 12, 12, small.en",
    "ggml-medium.bin, 51865, 24, 24, medium",
    "ggml-large-v1.bin, 51865, 32, 32, large.v1",
    "ggml-large-v2-q5_0.bin, 51865, 32, 32, large.v2",
    "ggml-large-v3.bin, 51866, 32, 32, large.v3",
    "ggml-large-v3-turbo.bin, 51866, 32, 4, large.v3.turbo",
  })
  void attention_knownModel_isItsName(
      String name, int vocabulary, int hearing, int writing, String expected) throws IOException {
    var file = StandIn.modelFile(directory.resolve(name), vocabulary, hearing, writing);

    assertThat(ModelHeader.read(file).attention()).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ggml-large.bin, 51865, 32, 32",
    "ggml-distil-small.en.bin, 51864, 12, 4",
    "ggml-distil-large-v3.bin, 51866, 32, 2",
    "odd.bin, 51865, 7, 7",
  })
  void attention_modelThatIsNotInTheList_isEmpty(
      String name, int vocabulary, int hearing, int writing) throws IOException {
    var file = StandIn.modelFile(directory.resolve(name), vocabulary, hearing, writing);

    assertThat(ModelHeader.read(file).attention()).isEmpty();
  }

  @Test
  void read_otherGgmlFile_isRefused() {
    var file = StandIn.modelFile(directory.resolve("llama.bin"), 32_000, 32, 32);

    assertThatThrownBy(() -> ModelHeader.read(file)).hasMessageContaining("no Whisper model");
  }

  @Test
  void read_testModelsOfWhisperCpp_knowsThem() throws IOException {
    var tiny = ModelHeader.read(shared("for-tests-ggml-tiny.bin"));
    var english = ModelHeader.read(shared("for-tests-ggml-base.en.bin"));

    assertThat(tiny.englishOnly()).isFalse();
    assertThat(tiny.attention()).hasValue("tiny");
    assertThat(tiny.work()).isBetween(0.9, 1.1);
    assertThat(english.englishOnly()).isTrue();
    assertThat(english.attention()).hasValue("base.en");
  }

  private static Path shared(String name) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("shared/media").resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    assumeTrue(false, "needs ../shared/media/" + name + " beside the project");
    return Path.of(name);
  }
}
