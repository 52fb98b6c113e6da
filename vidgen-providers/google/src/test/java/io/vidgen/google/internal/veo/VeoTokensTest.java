package io.vidgen.google.internal.veo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VeoTokensTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "a lake, 2",
    "\u0433\u043E\u0440\u043E\u0434, 2",
    "\u706F\u5854, 2",
    "\u3072\u3089\u30AB\u30CA, 4",
    "\uD55C\uAE00, 2",
    "\uD840\uDC0B, 1",
    "a \u706F, 2"
  })
  void tokens_byScript_areFourLettersOrOneCharacter(String text, int tokens) {
    assertThat(VeoAbilities.tokens(text)).isEqualTo(tokens);
  }
}
