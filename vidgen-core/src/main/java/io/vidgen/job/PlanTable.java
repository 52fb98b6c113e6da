package io.vidgen.job;

import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A plan as a table for people: the same on every machine. */
final class PlanTable {
  /** Columns that are padded; what has no fixed length stands last. */
  private static final int PADDED = 7;

  private static final int TIME = 6;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  private final RenderPlan plan;
  private final Map<String, PlanChange.Kind> changes = new HashMap<>();
  private final List<List<String>> rows = new ArrayList<>();

  private PlanTable(RenderPlan plan) {
    this.plan = plan;
    plan.changes().forEach(change -> changes.put(change.step(), change.kind()));
  }

  static String of(RenderPlan plan) {
    return new PlanTable(plan).text();
  }

  private String text() {
    var scenes = plan.stepsByScene();
    var whole = scenes.get(0);
    scenes.forEach((scene, steps) -> group(scene, scene == 0 ? List.of() : steps));
    if (whole != null) {
      group(-1, whole);
    }
    var text = new StringBuilder();
    layOut(text);
    providers(text);
    total(text);
    plan.stepDowns().forEach(down -> line(text, "stepped down: " + steppedDown(down)));
    if (!plan.steps().isEmpty()) {
      line(text, plan.comparison().summary());
    }
    plan.changes().forEach(change -> line(text, "  " + mark(change.kind()) + " " + change));
    plan.problems()
        .forEach(p -> line(text, p.severity().name().toLowerCase(Locale.ROOT) + ": " + p));
    return text.toString();
  }

  /** People wait for the end, not for the sum. */
  private String time() {
    var ready = "ready in about " + seconds(plan.expected());
    return plan.work().equals(plan.expected())
        ? ready
        : ready + " (" + seconds(plan.work()) + " of work, some of it side by side)";
  }

  private void total(StringBuilder text) {
    var bill = plan.bill();
    if (!bill.isPlanned()) {
      line(text, "total: " + bill);
      return;
    }
    line(text, "total: " + bill + ", " + time());
    bill.unknown().forEach(u -> line(text, "  unknown: " + u.step() + ", " + u.reason()));
  }

  private void group(int scene, List<PlannedStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    var name = scene < 0 ? "whole video" : "scene " + scene;
    var begin =
        steps.stream()
            .filter(step -> !step.expected().isZero())
            .map(PlannedStep::begins)
            .min(Comparator.naturalOrder());
    var time = span(begin.orElse(Duration.ZERO), RenderPlan.end(steps));
    rows.add(List.of("", name, "", "", "", brief(Bill.of(steps)), time, ""));
    steps.forEach(step -> rows.add(row(step)));
  }

  /** Short enough for a column: the steps below say which price is unknown. */
  private static String brief(Bill bill) {
    if (bill.unknown().isEmpty()) {
      return bill.toString();
    }
    return bill.known().isEmpty()
        ? "unknown"
        : bill.known().stream()
            .map(range -> range.low().toString())
            .collect(Collectors.joining(" and ", "at least ", ""));
  }

  private List<String> row(PlannedStep step) {
    var kind = changes.get(step.id());
    return List.of(
        kind == null ? " " : mark(kind),
        "  " + flat(step.id()),
        step.action().name(),
        flat(step.provider()),
        flat(step.model()),
        step.price() instanceof Price.Unknown ? "unknown" : step.price().toString(),
        step.expected().isZero() ? "" : span(step.begins(), step.ends()),
        why(step));
  }

  private static String why(PlannedStep step) {
    var routing = step.routing();
    if (routing == null) {
      return step.reason();
    }
    var others =
        routing.considered().stream()
            .filter(c -> c.verdict() == Verdict.PASSED_OVER)
            .map(c -> "not " + c.provider() + ": " + c.reason())
            .collect(Collectors.joining("; "));
    return others.isEmpty() ? step.reason() : step.reason() + "; " + others;
  }

  private void layOut(StringBuilder text) {
    var widths = new int[PADDED];
    for (var row : rows) {
      for (int i = 0; i < PADDED; i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < PADDED; i++) {
        var pad = " ".repeat(Math.max(0, widths[i] - Columns.of(row.get(i))));
        line.append(i == TIME ? pad + row.get(i) : row.get(i) + pad).append(i == 0 ? "" : "  ");
      }
      line(text, line.append(row.get(PADDED)).toString().stripTrailing());
    }
  }

  private void providers(StringBuilder text) {
    plan.billByProvider()
        .forEach(
            (provider, bill) -> {
              if (!bill.isFree()) {
                line(text, "of that " + provider + ": " + bill);
              }
            });
  }

  private static String steppedDown(SteppedDown down) {
    var where = down.scene() == 0 ? "whole video" : "scene " + down.scene();
    var saved = down.saved() instanceof Price.Range ? ", saves " + down.saved() : "";
    return where + ", " + down.from() + " → " + down.to() + saved + ": " + down.reason();
  }

  private static String mark(PlanChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  private static String span(Duration begin, Duration end) {
    return end.isZero() ? "" : tenths(begin) + " to " + seconds(end);
  }

  private static String seconds(Duration time) {
    return tenths(time) + " s";
  }

  private static String tenths(Duration time) {
    var exact = BigDecimal.valueOf(time.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
    return exact.toPlainString();
  }

  /** Names and reasons are of others, and may hold anything: a row stays a row. */
  private static String flat(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  private static void line(StringBuilder text, String line) {
    text.append(flat(line)).append('\n');
  }
}
