package io.vidgen.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What programs read of a plan and people see of it: neither moves unnoticed. */
class RenderPlanTest {
  private static final RenderPlan PLAN =
      new RenderPlan(
          List.of(
              PlannedStep.builder("speech-1", "speech", 1)
                  .by("coqui", "vits")
                  .does(Action.REUSE, "done before")
                  .fingerprint(new Fingerprint("ab".repeat(32)))
                  .build(),
              PlannedStep.builder("clip-1", "clip", 1)
                  .by("veo", "veo-3.1-fast")
                  .does(Action.BUY, "not done yet")
                  .takes(range("0.40", "0.50"), Duration.ofMillis(14_060))
                  .routing(
                      new RoutingDecision(
                          "listed",
                          List.of(
                              new Considered("veo", "veo-3.1-fast", Verdict.CHOSEN, "listed first"),
                              new Considered("luma", "ray", Verdict.PASSED_OVER, "no sound"))))
                  .build(),
              PlannedStep.builder("speech-2", "speech", 2)
                  .by("elevenlabs", "eleven_v3")
                  .does(Action.BUY, "not done yet")
                  .takes(new Price.Unknown("the plan is not known"), Duration.ofSeconds(2))
                  .build(),
              PlannedStep.builder("finish", "finish", 0)
                  .by("ffmpeg", "")
                  .does(Action.LOCAL, "waits for clip-1 and speech-2")
                  .takes(Price.free(), Duration.ofMillis(400))
                  .begins(Duration.ofMillis(14_060), List.of("clip-1", "speech-2"))
                  .build()),
          List.of(Problem.warning("music", "no licence", "state it")),
          List.of(
              new SteppedDown(
                  1, "veo-3.1", "veo-3.1-fast", "over the budget", range("1.20", "1.20"))),
          new PlanComparison(
              PlanComparison.State.COMPARED,
              "Mira",
              Instant.parse("2026-11-20T10:15:30Z"),
              "job-7",
              List.of(
                  new PlanChange(
                      "clip-1",
                      1,
                      PlanChange.Kind.CHANGED,
                      List.of("model veo-3.1 → veo-3.1-fast")),
                  new PlanChange("speech-2", 2, PlanChange.Kind.ADDED, List.of()),
                  new PlanChange("speech-3", 3, PlanChange.Kind.REMOVED, List.of()))));

  private static Price range(String low, String high) {
    return new Price.Range(Money.usd(low), Money.usd(high));
  }

  @Test
  void describe_everyKindOfLine_isThisTableInEveryLocale() {
    inEveryLocale(() -> assertThat(PLAN.describe()).isEqualTo(golden("plan.txt")));
  }

  @Test
  void toJson_everyKindOfField_hasTheseNamesInEveryLocale() {
    inEveryLocale(() -> assertThat(PLAN.toJson()).isEqualTo(golden("plan.json")));
  }

  private static String golden(String name) {
    try (var in = RenderPlanTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inEveryLocale(Runnable check) {
    var before = Locale.getDefault();
    try {
      for (var locale : List.of("en-US", "de-CH", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        check.run();
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void bill_stepsWithoutPrice_saysWhatIsKnownAndNamesTheRest() {
    assertThat(PLAN.price()).isInstanceOf(Price.Unknown.class);
    assertThat(PLAN.bill())
        .hasToString("at least USD 0.40, and 1 step whose price is unknown")
        .satisfies(
            bill -> assertThat(bill.unknown()).extracting("step").containsExactly("speech-2"));
    assertThat(PLAN.bill().most(Currency.getInstance("USD"))).isEqualTo(Money.usd("0.50"));
    assertThat(PLAN.bill().most(Currency.getInstance("EUR")).amount()).isZero();
    assertThat(PLAN.billByScene().get(1)).hasToString("USD 0.40 to USD 0.50");
    assertThat(PLAN.billByScene().get(0)).hasToString("free");
    assertThat(PLAN.billByProvider().get("veo")).hasToString("USD 0.40 to USD 0.50");
    assertThat(PLAN.billByProvider()).containsOnlyKeys("coqui", "veo", "elevenlabs", "ffmpeg");
  }

  @Test
  void expected_stepsSideBySide_isWhenTheLastIsDone() {
    assertThat(PLAN.expected()).isEqualTo(Duration.ofMillis(14_460));
    assertThat(PLAN.work()).isEqualTo(Duration.ofMillis(16_460));
  }

  @Test
  void bill_twoCurrencies_keepsBoth() {
    var euros = new Money(new BigDecimal("2"), Currency.getInstance("EUR"));
    var plan =
        RenderPlan.of(
            List.of(step("a", Price.exactly(Money.usd("1"))), step("b", Price.exactly(euros))),
            List.of());

    assertThat(plan.price()).isInstanceOf(Price.Unknown.class);
    assertThat(plan.bill()).hasToString("EUR 2.00 and USD 1.00");
  }

  private static PlannedStep step(String id, Price price) {
    return PlannedStep.builder(id, "clip", 1)
        .by("veo", "")
        .does(Action.BUY, "not done yet")
        .takes(price, Duration.ZERO)
        .build();
  }
}
