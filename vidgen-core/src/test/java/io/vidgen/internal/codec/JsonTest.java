package io.vidgen.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.4", "100", "0.000001", "12345678901234567890.123456789", "0.1000", "1E+3"})
  void read_money_isWhatWasWritten(String amount) throws IOException {
    var money = new Money(new BigDecimal(amount), Currency.getInstance("EUR"));

    assertThat(Json.read(Json.write(money), Money.class)).isEqualTo(money);
  }

  @Test
  void write_money_namesAmountAndCurrency() {
    assertThat(Json.write(Money.usd("0.40"))).isEqualTo("{\"amount\":0.4,\"currency\":\"USD\"}");
  }

  @Test
  void read_unknownCurrency_isRefused() {
    assertThatThrownBy(() -> Json.read("{\"amount\":1,\"currency\":\"???\"}", Money.class))
        .isInstanceOf(IOException.class);
  }

  @Test
  void read_fieldOfALaterVersion_isIgnored() throws IOException {
    var json = "{\"amount\":1,\"currency\":\"USD\",\"tax\":2}";

    assertThat(Json.read(json, Money.class)).isEqualTo(Money.usd("1"));
  }

  @Test
  void read_fileThatIsGone_saysSo(@TempDir Path folder) {
    assertThatThrownBy(() -> Json.read(folder.resolve("gone.json"), Money.class))
        .isInstanceOf(NoSuchFileException.class);
  }
}
