package io.vidgen.examples.storm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A row of the table.
 *
 * @param phase its name
 * @param outcomes how many renders ended how
 * @param charged what the vendors charged meanwhile, in USD
 * @param opened how often a provider began to rest
 * @param retries attempts at paid steps after the first
 * @param took real time
 */
record Row(
    String phase,
    Map<String, Integer> outcomes,
    BigDecimal charged,
    int opened,
    int retries,
    Duration took) {
  private static final String FORM = "%-22s|%8s|%7s|%9s|%10s|%9s|%7s|%8s|%6s|  %s%n";
  private static final String UNKNOWN = "UNKNOWN_OUTCOME";

  static String table(List<Row> rows) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            FORM,
            "phase",
            "renders",
            "first",
            "fallback",
            "attention",
            "USD",
            "rests",
            "retries",
            "s",
            "failed"));
    rows.forEach(row -> text.append(row.text()));
    text.append(total(rows).text());
    return text.toString();
  }

  private static Row total(List<Row> rows) {
    var outcomes = new TreeMap<String, Integer>();
    rows.forEach(row -> row.outcomes.forEach((how, n) -> outcomes.merge(how, n, Integer::sum)));
    return new Row(
        "all",
        outcomes,
        rows.stream().map(Row::charged).reduce(BigDecimal.ZERO, BigDecimal::add),
        rows.stream().mapToInt(Row::opened).sum(),
        rows.stream().mapToInt(Row::retries).sum(),
        rows.stream().map(Row::took).reduce(Duration.ZERO, Duration::plus));
  }

  private int count(String outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  private String text() {
    var failed =
        outcomes.entrySet().stream()
            .filter(e -> !e.getKey().equals(Phase.FIRST) && !e.getKey().equals(Phase.FALLBACK))
            .filter(e -> !e.getKey().equals(UNKNOWN))
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        FORM,
        phase,
        outcomes.values().stream().mapToInt(Integer::intValue).sum(),
        count(Phase.FIRST),
        count(Phase.FALLBACK),
        count(UNKNOWN),
        charged.setScale(2, java.math.RoundingMode.HALF_UP),
        opened,
        retries,
        String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0),
        failed);
  }
}
