package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssTextTest {

  @Test
  void escape_bracesAndBackslashes_areNoTags() {
    assertThat(AssText.escape("{\\b1}")).isEqualTo("\\{\\\u2060b1\\}");
    assertThat(AssText.escape("a\\N{x}\\")).isEqualTo("a\\\u2060N\\{x\\}\\\u2060");
  }

  @Test
  void escape_lineBreaksAndControls_cannotEndTheEvent() {
    assertThat(AssText.escape("a\r\nb\nc\rd\u2028e")).isEqualTo("a\\Nb\\Nc\\Nd\\Ne");
    assertThat(AssText.escape("a\0b\u0007c\uFEFF\uD800")).isEqualTo("abc");
    assertThat(AssText.escape("  two\n one")).isEqualTo("\\h\\htwo\\N\\hone");
  }

  @Test
  void escape_emoji_losesWhatAMonochromeFontCannotJoin() {
    assertThat(AssText.escape("👍🏽 👨‍👩‍👧 ❤️")).isEqualTo("👍 👨👩👧 ❤");
    assertThat(AssText.escape("❤️‍🔥")).isEqualTo("❤🔥");
  }

  @Test
  void escape_joinersInsideWords_stay() {
    String hindi = "क्\u200Dष";
    String persian = "می\u200Cخواهم";
    assertThat(AssText.escape(hindi)).isEqualTo(hindi);
    assertThat(AssText.escape(persian)).isEqualTo(persian);
  }

  @Test
  void plain_escapedText_isTheTextAgain() {
    Random random = new Random(5);
    String alphabet = "ab \\{}Nnhkft1,.é世\u00A0\n";
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String expected = text.toString().replaceAll("(?<=\n) +", "");
      assertThat(AssText.plain(AssText.escape(expected))).isEqualTo(expected);
    }
  }

  @Test
  void plain_tagsAndDrawings_areNotText() {
    assertThat(AssText.plain("{\\an8\\k20}Hi {\\i1}you{\\i0}\\Nthere")).isEqualTo("Hi you\nthere");
    assertThat(AssText.plain("{\\p1}m 0 0 l 1 1{\\p0}text")).isEqualTo("text");
    assertThat(AssText.plain("{\\pos(1,2)}a{open")).isEqualTo("a{open");
  }
}
