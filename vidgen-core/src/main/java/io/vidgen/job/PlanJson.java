package io.vidgen.job;

import io.vidgen.internal.codec.Json;
import io.vidgen.model.RoutingDecision;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as JSON. Names are written out here, so that renaming a Java method moves none. */
final class PlanJson {
  /** Raised when a name goes or means something else; a new name leaves it. */
  private static final int SCHEMA = 1;

  private PlanJson() {}

  static String of(RenderPlan plan) {
    var json = new LinkedHashMap<String, Object>();
    json.put("schema", SCHEMA);
    json.put("runnable", plan.isRunnable());
    json.put("total", bill(plan.bill()));
    json.put("expectedMillis", plan.expected().toMillis());
    json.put("workMillis", plan.work().toMillis());
    json.put(
        "scenes",
        plan.stepsByScene().entrySet().stream().map(e -> scene(e.getKey(), e.getValue())).toList());
    json.put(
        "providers",
        plan.billByProvider().entrySet().stream()
            .map(e -> object("provider", e.getKey(), "bill", bill(e.getValue())))
            .toList());
    json.put("stepDowns", plan.stepDowns().stream().map(PlanJson::steppedDown).toList());
    json.put("comparison", comparison(plan.comparison()));
    json.put(
        "problems",
        plan.problems().stream()
            .map(
                p ->
                    object(
                        "severity", lower(p.severity()),
                        "field", p.field(),
                        "message", p.message(),
                        "remedy", p.remedy()))
            .toList());
    return Json.writePretty(json);
  }

  private static Map<String, Object> scene(int scene, Collection<PlannedStep> steps) {
    return object(
        "scene",
        scene,
        "bill",
        bill(Bill.of(steps)),
        "expectedMillis",
        RenderPlan.end(steps).toMillis(),
        "workMillis",
        RenderPlan.work(steps).toMillis(),
        "steps",
        steps.stream().map(PlanJson::step).toList());
  }

  private static Map<String, Object> step(PlannedStep step) {
    var fingerprint = step.fingerprint();
    return object(
        "id", step.id(),
        "kind", step.kind(),
        "provider", step.provider(),
        "model", step.model(),
        "action", lower(step.action()),
        "price", price(step.price()),
        "beginsMillis", step.begins().toMillis(),
        "expectedMillis", step.expected().toMillis(),
        "after", step.after(),
        "reason", step.reason(),
        "routing", routing(step.routing()),
        "fingerprint", fingerprint == null ? null : fingerprint.hex());
  }

  private static @Nullable Object routing(@Nullable RoutingDecision routing) {
    return routing == null
        ? null
        : object(
            "order",
            routing.order(),
            "considered",
            routing.considered().stream()
                .map(
                    c ->
                        object(
                            "provider", c.provider(),
                            "model", c.model(),
                            "verdict", lower(c.verdict()),
                            "reason", c.reason()))
                .toList());
  }

  private static Map<String, Object> bill(Bill bill) {
    return object(
        "known",
        bill.known().stream().map(PlanJson::range).toList(),
        "unknown",
        bill.unknown().stream().map(u -> object("step", u.step(), "reason", u.reason())).toList());
  }

  private static Map<String, Object> range(Price.Range range) {
    return object(
        "currency", range.low().currency().getCurrencyCode(),
        "low", amount(range.low()),
        "high", amount(range.high()));
  }

  /** A string, because a number would not be exact in every reader. */
  private static String amount(Money money) {
    var digits = Math.max(money.amount().scale(), money.currency().getDefaultFractionDigits());
    return money.amount().setScale(digits).toPlainString();
  }

  private static Map<String, Object> price(Price price) {
    var json = object("kind", price instanceof Price.Free ? "free" : "unknown");
    if (price instanceof Price.Range range) {
      json.put("kind", "range");
      json.putAll(range(range));
    } else if (price instanceof Price.Unknown unknown) {
      json.put("reason", unknown.reason());
    }
    return json;
  }

  private static Map<String, Object> steppedDown(SteppedDown down) {
    return object(
        "scene", down.scene(),
        "from", down.from(),
        "to", down.to(),
        "reason", down.reason(),
        "saved", price(down.saved()));
  }

  private static Map<String, Object> comparison(PlanComparison comparison) {
    var since = comparison.since();
    return object(
        "state",
        lower(comparison.state()),
        "project",
        comparison.project(),
        "since",
        since == null ? null : since.toString(),
        "render",
        comparison.render(),
        "changes",
        comparison.changes().stream()
            .map(
                c ->
                    object(
                        "step", c.step(),
                        "scene", c.scene(),
                        "kind", lower(c.kind()),
                        "why", List.copyOf(c.why())))
            .toList());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Names and values by turns; what is null is left out. */
  private static Map<String, Object> object(@Nullable Object... fields) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < fields.length; i += 2) {
      var value = fields[i + 1];
      if (value != null) {
        object.put(String.valueOf(fields[i]), value);
      }
    }
    return object;
  }
}
