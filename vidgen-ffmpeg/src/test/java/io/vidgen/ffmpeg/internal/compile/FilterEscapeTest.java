package io.vidgen.ffmpeg.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterEscapeTest {

  @Test
  void option_withPlainName_isUnchanged() {
    assertThat(FilterEscape.option("captions.ass")).isEqualTo("captions.ass");
  }

  @Test
  void option_withSpecialCharacters_isEscapedTwice() {
    assertThat(FilterEscape.option("C:\\it's [a],b;c"))
        .isEqualTo("C\\\\:\\\\\\\\it\\\\\\'s \\[a\\]\\,b\\;c");
  }

  @Test
  void concatFile_withQuote_endsAndBeginsTheQuotes() {
    assertThat(FilterEscape.concatFile("it's")).isEqualTo("'it'\\''s'");
    assertThatThrownBy(() -> FilterEscape.concatFile("a\nfile b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void list_ofParts_hasLengthsThatAddUp() {
    var a = new FinishCompiler.Part(Path.of("/x/a.mp4"), 10);
    var b = new FinishCompiler.Part(Path.of("/x/it's b.mp4"), 10);

    assertThat(FinishCompiler.list(List.of(a, b), 30))
        .isEqualTo(
            """
            ffconcat version 1.0
            file 'file:/x/a.mp4'
            duration 333333us
            file 'file:/x/it'\\''s b.mp4'
            duration 333333us
            """);
    assertThat(FinishCompiler.list(List.of(a, b, a), 30)).endsWith("duration 333334us\n");
  }

  @Test
  void threeLetters_ofTags_areThoseOfMp4() {
    assertThat(FinishCompiler.threeLetters("fr-CA")).isEqualTo("fra");
    assertThat(FinishCompiler.threeLetters("ar")).isEqualTo("ara");
    assertThat(FinishCompiler.threeLetters("")).isEqualTo("und");
  }

  @Test
  void numbers_inAnyLocale_haveAPointAndNoExponent() {
    assertThat(Numbers.plain(0.0000001)).isEqualTo("0");
    assertThat(Numbers.plain(1234567.5)).isEqualTo("1234567.5");
    assertThat(Numbers.seconds(java.time.Duration.ofMillis(1500))).isEqualTo("1.5");
  }
}
