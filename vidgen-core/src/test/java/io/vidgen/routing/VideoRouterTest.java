package io.vidgen.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a router refuses at the line that says it. */
class VideoRouterTest {
  private static final VideoRouter ROUTER = VideoRouter.listed();

  @ParameterizedTest
  @ValueSource(strings = {"french", "fr_FR", "xx", "", "x-fr", "f"})
  void forLanguage_noTagOfALanguage_isRefusedWithTheTag(String tag) {
    assertThatThrownBy(() -> ROUTER.forLanguage(tag, "coqui"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + tag + "' is no tag of a language");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "pt-BR", "zh-Hant-TW", "he", "id", "yue", "fil"})
  void forLanguage_tagOfALanguage_isTaken(String tag) {
    var rules = ROUTER.forLanguage(tag, "coqui").voices();

    assertThat(rules.preferred(Locale.forLanguageTag(tag))).containsExactly("coqui");
  }

  @Test
  void forLanguage_nobodyOrBlank_isRefused() {
    assertThatThrownBy(() -> ROUTER.forLanguage("fr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name whom fr prefers by id");
    assertThatThrownBy(() -> ROUTER.forLanguage("fr", "coqui", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void standIn_nullOrBlank_isRefusedByName() {
    assertThatNullPointerException()
        .isThrownBy(() -> ROUTER.standIn(null, "coqui", "p230"))
        .withMessage("voice");
    assertThatNullPointerException()
        .isThrownBy(() -> ROUTER.standIn("a", null, "p230"))
        .withMessage("provider");
    assertThatNullPointerException()
        .isThrownBy(() -> ROUTER.standIn("a", "coqui", null))
        .withMessage("voiceThere");
    assertThatThrownBy(() -> ROUTER.standIn("a", "", "p230"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("voice 'a'");
    assertThatCode(() -> ROUTER.standIn("", "coqui", "")).doesNotThrowAnyException();
  }

  @Test
  void by_orderOfAnother_isNotListed() {
    assertThat(VideoRouter.by("listed", (kind, all) -> List.copyOf(all)).isListed()).isFalse();
  }
}
