package io.vidgen.spi;

import io.vidgen.error.Problem;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads cards and collects everything that is wrong, each with its line and field. */
final class PriceReader {
  private static final Set<String> OF_A_CARD =
      Set.of("provider", "asOf", "source", "currency", "rates", "note");
  private static final Set<String> OF_A_RATE =
      Set.of("model", "tier", "condition", "unit", "per", "amount", "since", "note");
  private static final int LONGEST = 200;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String file;
  private final LocalDate latest;
  private final List<Problem> problems = new ArrayList<>();

  /** Prices of a jar are believed by a machine whose clock is slow, too. */
  static PriceReader ofAnyDay(String file) {
    return new PriceReader(file, LocalDate.MAX);
  }

  /** Nobody reads a price tomorrow, but somewhere it is tomorrow already. */
  static PriceReader until(LocalDate today, String file) {
    return new PriceReader(file, today.plusDays(1));
  }

  private PriceReader(String file, LocalDate latest) {
    this.file = file;
    this.latest = latest;
  }

  List<Problem> problems() {
    return problems;
  }

  Map<String, PriceCard> cards(String text) {
    var cards = new LinkedHashMap<String, PriceCard>();
    LocatedJson json;
    try {
      json = LocatedJson.read(withoutMark(text));
    } catch (LocatedJson.BrokenException e) {
      wrong(e.line(), "", "is no JSON: " + e.getMessage(), "correct it there");
      return cards;
    }
    var list = json.items() == null ? List.of(json) : json.items();
    for (int i = 0; i < list.size(); i++) {
      card(list.get(i), json.items() == null ? "" : "[" + i + "].", cards);
    }
    return cards;
  }

  /** Editors of Windows begin files with it; no JSON may. */
  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private void card(LocatedJson node, String path, Map<String, PriceCard> cards) {
    int before = problems.size();
    var fields = fields(node, path, OF_A_CARD);
    if (fields == null) {
      return;
    }
    var provider = text(node, path, "provider", null);
    var source = text(node, path, "source", "");
    var asOf = day(node, path, "asOf");
    if (asOf != null && asOf.isAfter(latest)) {
      wrong(
          line(node, "asOf"),
          path + "asOf",
          "is in the future: " + asOf,
          "make it the day on which the prices were read, or leave it out");
    }
    var currency = currency(node, path);
    var rates = rates(node, path, currency);
    if (provider == null || problems.size() > before) {
      return;
    }
    try {
      var card = new PriceCard(asOf, source == null ? "" : source, currency, rates);
      if (cards.putIfAbsent(provider, card) != null) {
        wrong(node.line(), path + "provider", "is there twice: " + provider, "join the two cards");
      }
    } catch (IllegalArgumentException e) {
      wrong(node.line(), path + "rates", String.valueOf(e.getMessage()), "remove one of them");
    }
  }

  private List<Rate> rates(LocatedJson node, String path, Currency currency) {
    var rates = new ArrayList<Rate>();
    var list = field(node, "rates");
    if (list == null || list.items() == null) {
      wrong(
          node.line(),
          path + "rates",
          "is no list",
          "give a list of prices, with amounts of 0 where nothing is charged");
      return rates;
    }
    for (int i = 0; i < list.items().size(); i++) {
      var rate = rate(list.items().get(i), path + "rates[" + i + "].", currency);
      if (rate != null) {
        rates.add(rate);
      }
    }
    return rates;
  }

  private @Nullable Rate rate(LocatedJson node, String path, Currency currency) {
    int before = problems.size();
    if (fields(node, path, OF_A_RATE) == null) {
      return null;
    }
    var model = text(node, path, "model", "");
    var tier = text(node, path, "tier", "");
    var condition = text(node, path, "condition", "");
    var unit = unit(node, path);
    int per = per(node, path);
    var amount = amount(node, path);
    var since = day(node, path, "since");
    return problems.size() > before
            || model == null
            || tier == null
            || condition == null
            || unit == null
            || amount == null
        ? null
        : new Rate(model, tier, condition, unit, per, new Money(amount, currency), since);
  }

  private @Nullable PriceUnit unit(LocatedJson node, String path) {
    var word = text(node, path, "unit", null);
    if (word == null) {
      return null;
    }
    var unit = PriceUnit.of(word);
    if (unit.isEmpty()) {
      var all = Arrays.stream(PriceUnit.values()).map(PriceUnit::word).toList();
      wrong(line(node, "unit"), path + "unit", "is \"" + word + "\"", "use one of " + all);
    }
    return unit.orElse(null);
  }

  private int per(LocatedJson node, String path) {
    var text = text(node, path, "per", "1");
    return switch (text == null ? "1" : text) {
      case "1" -> 1;
      case "1000" -> 1000;
      case "1000000" -> 1_000_000;
      default -> {
        wrong(line(node, "per"), path + "per", "is " + text, "make it 1, 1000 or 1000000");
        yield 1;
      }
    };
  }

  /** No exponent: 1e999999999 is a number too. */
  private @Nullable BigDecimal amount(LocatedJson node, String path) {
    var text = text(node, path, "amount", null);
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,18})?")) {
      wrong(
          line(node, "amount"),
          path + "amount",
          "is \"" + text + "\"",
          "make it an amount such as \"0.05\"");
      return null;
    }
    return new BigDecimal(text);
  }

  private Currency currency(LocatedJson node, String path) {
    var code = text(node, path, "currency", "USD");
    try {
      return Currency.getInstance(code == null ? "USD" : code);
    } catch (IllegalArgumentException e) {
      wrong(
          line(node, "currency"),
          path + "currency",
          "is \"" + code + "\"",
          "make it a code of ISO 4217 such as USD");
      return Currency.getInstance("USD");
    }
  }

  private @Nullable LocalDate day(LocatedJson node, String path, String name) {
    var text = text(node, path, name, "");
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      wrong(
          line(node, name), path + name, "is \"" + text + "\"", "make it a day such as 2026-10-07");
      return null;
    }
  }

  /** Null, and a problem, when it must be there and is not. */
  private @Nullable String text(
      LocatedJson node, String path, String name, @Nullable String otherwise) {
    var value = field(node, name);
    if (value == null && otherwise != null) {
      return otherwise;
    }
    var text = value == null ? null : value.text();
    if (text == null || text.length() > LONGEST || (otherwise == null && text.isBlank())) {
      wrong(
          line(node, name),
          path + name,
          value == null ? "is missing" : "is no text of up to " + LONGEST + " characters",
          "set it");
      return null;
    }
    return text;
  }

  private @Nullable Map<String, LocatedJson> fields(
      LocatedJson node, String path, Set<String> known) {
    var fields = node.fields();
    if (fields == null) {
      wrong(node.line(), path.isEmpty() ? "card" : path, "is no object", "make it an object");
      return null;
    }
    fields.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            wrong(
                value.line(),
                path + name,
                "is not known",
                "remove it, or use one of "
                    + known.stream().sorted().collect(Collectors.joining(", ")));
          }
        });
    return fields;
  }

  private static @Nullable LocatedJson field(LocatedJson node, String name) {
    return node.fields() == null ? null : node.fields().get(name);
  }

  private static int line(LocatedJson node, String name) {
    var value = field(node, name);
    return value == null ? node.line() : value.line();
  }

  private void wrong(int line, String field, String message, String remedy) {
    var place = file + ", line " + line + (field.isEmpty() ? "" : ", " + field);
    problems.add(Problem.error(place, message, remedy));
  }
}
