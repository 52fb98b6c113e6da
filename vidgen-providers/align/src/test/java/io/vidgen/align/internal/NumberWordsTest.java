package io.vidgen.align.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|zero",
        "13|thirteen",
        "20|twenty",
        "42|forty two",
        "1,000|one thousand",
        "1999|nineteen ninety nine",
        "1905|nineteen oh five",
        "1900|nineteen hundred",
        "2000|two thousand",
        "12,345|twelve thousand three hundred forty five",
        "1000000|one million",
        "007|zero zero seven",
        "3.14|three point one four",
        "1st|first",
        "2nd|second",
        "20th|twentieth",
        "42nd|forty second",
        "100th|one hundredth",
        "1990s|nineteen nineties",
        "9:30|nine thirty",
        "9:05|nine oh five",
        "9:00|nine o'clock",
        "$5|five dollars",
        "$1|one dollar",
        "$2.50|two dollars fifty",
        "1/2|a half",
        "3/4|three quarters",
        "2/3|two thirds",
      })
  void of_number_isSpelledOut(String number, String words) {
    assertThat(NumberWords.of(number)).startsWith(words);
  }

  @Test
  void of_year_isAlsoReadAsACount() {
    assertThat(NumberWords.of("1984"))
        .contains("nineteen eighty four", "one thousand nine hundred eighty four");
    assertThat(NumberWords.of("911")).contains("nine one one", "nine hundred and eleven");
  }

  @Test
  void of_endlessDigits_areReadOneByOne() {
    assertThat(NumberWords.of("1".repeat(40)).get(0)).startsWith("one one one");
    assertThat(NumberWords.of("1".repeat(40) + "th").get(0)).startsWith("one one one");
  }

  @Test
  void of_word_isNoNumber() {
    assertThat(NumberWords.of("seven")).isEmpty();
    assertThat(NumberWords.of("")).isEmpty();
  }
}
