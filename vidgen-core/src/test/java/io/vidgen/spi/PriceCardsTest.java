package io.vidgen.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCardsTest {
  private static final Rate SECOND =
      Rate.of(PriceUnit.SECOND, Money.usd("0.40")).forModel("veo-4").forTier("720p");

  @TempDir Path directory;

  @Test
  void read_whatWasWritten_isTheSame() throws Exception {
    var cards =
        Map.of(
            "veo",
            PriceCard.of(
                LocalDate.of(2026, 9, 19),
                "example.org",
                SECOND,
                SECOND.when("silent"),
                SECOND.from(LocalDate.of(2027, 1, 1)),
                Rate.of(PriceUnit.INPUT_TOKEN, Money.usd("1.50")).perMillion()),
            "d-id",
            PriceCard.own(Rate.of(PriceUnit.CREDIT, Money.usd("0.1475"))));

    assertThat(PriceCards.read(file(PriceCards.write(cards)))).isEqualTo(cards);
  }

  @Test
  void read_oneCardWithOnlyWhatItNeeds_hasTheDefaults() throws Exception {
    var cards =
        PriceCards.read(
            file("{\"provider\":\"x\",\"rates\":[{\"unit\":\"minute\",\"amount\":0.5}]}"));

    var card = cards.get("x");
    assertThat(card).isNotNull();
    assertThat(card.asOf()).isNull();
    assertThat(card.rates()).containsExactly(Rate.of(PriceUnit.MINUTE, Money.usd("0.5")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit | sekund | use one of",
        "amount | -1 | an amount such as",
        "amount | 1e9 | an amount such as",
        "per | 100 | 1, 1000 or 1000000",
        "since | soon | a day such as",
        "colour | red | remove it"
      })
  void read_wrongField_namesFileLineFieldAndRemedy(String field, String value, String remedy)
      throws Exception {
    var rate =
        field.equals("unit")
            ? "\"amount\": \"1\", \"unit\":\n\"" + value + "\""
            : field.equals("amount")
                ? "\"unit\": \"second\", \"amount\":\n\"" + value + "\""
                : "\"unit\": \"second\", \"amount\": \"1\", \"" + field + "\":\n\"" + value + "\"";
    var file = file("[{\"provider\": \"x\",\n\"rates\": [\n{" + rate + "}]}]");

    var problem = problems(() -> PriceCards.read(file)).get(0);

    assertThat(problem.field()).isEqualTo(file + ", line 4, [0].rates[0]." + field);
    assertThat(problem.remedy()).contains(remedy);
  }

  @Test
  void read_severalMistakes_namesAll() throws Exception {
    var file = file("{\"currency\": \"Taler\", \"asOf\": \"yesterday\", \"rates\": [{}]}");

    assertThat(problems(() -> PriceCards.read(file)))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            file + ", line 1, provider",
            file + ", line 1, asOf",
            file + ", line 1, currency",
            file + ", line 1, rates[0].unit",
            file + ", line 1, rates[0].amount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{ | is no JSON", "'' | is no JSON", "[[]] | is no object", "{}{} | is no JSON"})
  void read_noCards_says(String text, String message) throws Exception {
    var file = file(text);

    assertThat(problems(() -> PriceCards.read(file)).get(0).toString()).contains(message);
  }

  @Test
  void read_twoPricesForTheSame_isRefused() throws Exception {
    var rate = "{\"unit\": \"second\", \"amount\": \"1\"}";
    var file = file("{\"provider\": \"x\", \"rates\": [" + rate + "," + rate + "]}");

    assertThat(problems(() -> PriceCards.read(file)).get(0).message()).contains("two prices");
  }

  @Test
  void read_missingFile_says() {
    var file = directory.resolve("none.json");

    assertThat(problems(() -> PriceCards.read(file)).get(0).message()).contains("cannot be read");
  }

  @ParameterizedTest
  @CsvSource({"2", "370", "7300000"})
  void read_dayInTheFuture_isRefused(int days) throws Exception {
    var day = LocalDate.now(ZoneOffset.UTC).plusDays(days);

    assertThat(problems(() -> PriceCards.read(file(dated(day)))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).endsWith("prices.json, line 1, asOf");
              assertThat(problem.message()).contains("in the future").contains(day.toString());
              assertThat(problem.remedy()).contains("the day on which");
            });
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void read_dayThatHasBegunSomewhere_isTaken(int days) throws Exception {
    var day = LocalDate.now(ZoneOffset.UTC).plusDays(days);

    assertThat(PriceCards.read(file(dated(day)))).containsKey("x");
  }

  private static String dated(LocalDate day) {
    return "{\"provider\": \"x\", \"asOf\": \""
        + day
        + "\", \"rates\": [{\"unit\": \"second\", \"amount\": \"1\"}]}";
  }

  @Test
  void read_byteOrderMarkOfWindows_isPassedOver() throws Exception {
    assertThat(PriceCards.read(file("\uFEFF" + dated(LocalDate.EPOCH)))).containsKey("x");
  }

  @Test
  void read_otherEncoding_saysSo() throws Exception {
    var file = directory.resolve("utf-16.json");
    Files.write(file, dated(LocalDate.EPOCH).getBytes(StandardCharsets.UTF_16));

    assertThat(problems(() -> PriceCards.read(file)).get(0).toString())
        .contains("is not in UTF-8")
        .contains("save it in UTF-8");
  }

  @Test
  void read_noRates_asksForSomeAndNotForNone() throws Exception {
    var file = file("{\"provider\": \"x\"}");

    assertThat(problems(() -> PriceCards.read(file)).get(0).remedy())
        .doesNotContain("[]")
        .contains("amounts of 0 where nothing is charged");
  }

  @Test
  void write_smallAmount_canBeReadAgain() throws Exception {
    var cards =
        Map.of("x", PriceCard.own(Rate.of(PriceUnit.INPUT_TOKEN, Money.usd("0.00000000001"))));

    assertThat(PriceCards.read(file(PriceCards.write(cards)))).isEqualTo(cards);
  }

  @Test
  void write_whatCouldNotBeRead_isRefused() {
    var tiny = Map.of("x", PriceCard.own(Rate.of(PriceUnit.SECOND, Money.usd("0.1e-18"))));

    assertThatThrownBy(() -> PriceCards.write(tiny))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("amount");
  }

  @Test
  void builtIn_jarWithoutACard_isAMistakeOfThePackage() {
    assertThatThrownBy(() -> PriceCards.builtIn(PriceCardsTest.class, "nobody"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("META-INF/vidgen/prices/nobody.json");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("prices.json"), text);
  }

  private static List<Problem> problems(ThrowingCallable reading) {
    try {
      reading.call();
    } catch (VidgenException e) {
      return e.problems();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("it was read");
  }
}
