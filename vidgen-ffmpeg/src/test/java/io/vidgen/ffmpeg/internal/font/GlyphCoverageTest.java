package io.vidgen.ffmpeg.internal.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlyphCoverageTest {
  @TempDir Path folder;

  @Test
  void check_ofCoveredScripts_findsNothing() throws Exception {
    var coverage = GlyphCoverage.of(FontBook.open(folder, List.of()).files());

    assertThat(
            coverage.check(
                "Caf\u00e9 \u201cO\u0153uvre\u201d \u20ac \u0395\u03bb \u0416 \u1ec7"
                    + " \u0645\u0631\u062d\u0628\u0627\u060c \u061f\n\t"
                    + "\ud83d\ude00\ud83d\udc4d\ud83c\udffd\u2764\ufe0f\ud83d\udc69\u200d\ud83d\udcbb",
                "text"))
        .isEmpty();
  }

  @Test
  void check_ofOtherScripts_namesEachCharacterOnce() throws Exception {
    var coverage = GlyphCoverage.of(FontBook.open(folder, List.of()).files());

    var problems = coverage.check("ok \u4e2d\u6587\u4e2d \ud800\udf48", "script.scenes[1]");
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).field()).isEqualTo("script.scenes[1]");
    assertThat(problems.get(0).message())
        .contains("\u4e2d (U+4E2D), \u6587 (U+6587), \ud800\udf48 (U+10348)");
    assertThat(problems.get(0).remedy()).contains("addFontFolder");
  }

  @Test
  void of_damagedFont_drawsNothingAndFailsNothing() throws Exception {
    var font = Files.write(folder.resolve("a.ttf"), new byte[] {0, 1, 0, 0, 0, 9, 1, 2, 3, 4});

    assertThat(GlyphCoverage.of(List.of(font)).check("a", "text")).hasSize(1);
  }

  @Test
  void open_withUsersFolder_configuresItAndCountsItsFonts() throws Exception {
    var own = Files.createDirectory(folder.resolve("my <fonts> & more"));
    var cache = folder.resolve("cache");
    var plain = FontBook.open(cache, List.of());
    Files.copy(plain.files().get(0), own.resolve("Own.TTF"));

    var book = FontBook.open(cache, List.of(own));
    assertThat(book.files()).hasSize(5);
    assertThat(book.digest()).isNotEqualTo(plain.digest());
    assertThat(Path.of(book.environment().get("FONTCONFIG_FILE")))
        .content()
        .contains("my &lt;fonts&gt; &amp; more</dir>");
    assertThatThrownBy(() -> FontBook.open(cache, List.of(folder.resolve("none"))))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("none");
  }
}
