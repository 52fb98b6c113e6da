package io.vidgen.ffmpeg.internal.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegLocatorTest {
  private static final Optional<BundledBinary> BUNDLED =
      BundledBinary.find(FfmpegLocatorTest.class.getClassLoader(), "Linux", "amd64");
  @TempDir Path folder;

  @Test
  void candidates_withNothing_saysWhatToDo() {
    var locator = new FfmpegLocator(null, "", Optional.empty(), folder);

    assertThat(locator.found()).isFalse();
    assertThatThrownBy(locator::candidates)
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("install ffmpeg")
        .hasMessageContaining("VIDGEN_FFMPEG")
        .hasMessageContaining("vidgen-ffmpeg-bundled")
        .hasMessageContaining("GPL");
  }

  @Test
  void candidates_withChosenProgramThatIsMissing_neverTakesAnother() {
    var locator = new FfmpegLocator(folder.resolve("none"), "", BUNDLED, folder);

    assertThat(locator.found()).isFalse();
    assertThatThrownBy(locator::candidates).hasMessageContaining("none");
  }

  @Test
  void candidates_withPathAndJar_preferThePath() throws Exception {
    var program = Files.createFile(folder.resolve("ffmpeg"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var path = "relative" + File.pathSeparator + "\0" + File.pathSeparator + folder;
    var locator = new FfmpegLocator(null, path, BUNDLED, folder.resolve("cache"));

    var found = locator.candidates();
    assertThat(found).hasSize(2);
    assertThat(found.get(0).locate().executable()).isEqualTo(program);
    assertThat(found.get(1).origin()).isEqualTo("from jave-nativebin-linux64-3.5.0.jar");
    assertThat(folder.resolve("cache")).doesNotExist();
    assertThat(found.get(1).locate().executable()).startsWith(folder.resolve("cache"));
  }

  @Test
  void extract_byManyAtOnce_givesOneWholeProgram() throws Exception {
    var binary = BUNDLED.orElseThrow();
    var pool = Executors.newFixedThreadPool(3);
    try {
      var calls = new ArrayList<Callable<Path>>();
      for (int i = 0; i < 3; i++) {
        calls.add(() -> binary.extract(folder));
      }
      var programs = new ArrayList<Path>();
      for (var call : pool.invokeAll(calls)) {
        programs.add(call.get());
      }
      assertThat(programs.stream().distinct()).hasSize(1);
      assertThat(Files.isExecutable(programs.get(0))).isTrue();
      try (var files = Files.list(programs.get(0).getParent())) {
        assertThat(files).containsExactly(programs.get(0));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void extract_overDamagedFile_replacesIt() throws Exception {
    var binary = BUNDLED.orElseThrow();
    var program = binary.extract(folder);
    long size = Files.size(program);
    Files.delete(program);
    Files.writeString(program, "half");

    assertThat(Files.size(binary.extract(folder))).isEqualTo(size);
  }

  @Test
  void find_onMachinesWithoutBinary_isEmpty() {
    var loader = FfmpegLocatorTest.class.getClassLoader();

    assertThat(BundledBinary.find(loader, "Mac OS X", "aarch64")).isEmpty();
    assertThat(BundledBinary.find(loader, "Linux", "riscv64")).isEmpty();
    assertThat(BundledBinary.find(loader, "Windows 11", "amd64")).isEmpty();
  }
}
