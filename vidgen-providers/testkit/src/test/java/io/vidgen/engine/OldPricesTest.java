package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.Render;
import io.vidgen.job.RenderPlan;
import io.vidgen.ledger.Ledgers;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Work;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.ManualTime;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans and renders warn of prices that were read long ago. */
class OldPricesTest {
  private static final Rate CENT = Rate.of(PriceUnit.REQUEST, Money.usd("0.01"));

  private record Voice(SpeechProvider other, PriceCard priceCard) implements SpeechProvider {
    @Override
    public String id() {
      return "dated";
    }

    @Override
    public String model() {
      return "1";
    }

    @Override
    public Capabilities capabilities() {
      return other.capabilities();
    }

    @Override
    public Price price(SpeechRequest request) {
      return Price.exactly(Money.usd("0.01"));
    }

    @Override
    public Work<SpeechRequest, SpeechResult> work() {
      return other.work();
    }
  }

  @Test
  void plan_cardOlderThanNinetyDays_warnsOnceWithDateSourceAndRemedy() {
    var old = warnings(91);

    assertThat(old).hasSize(1);
    assertThat(old.get(0).message()).contains("were read on ").contains("90 days");
    assertThat(old.get(0).remedy())
        .contains("example.org/pricing")
        .contains("VideoPipelineBuilder.prices(...)")
        .contains("vidgen.prices");
  }

  @Test
  void plan_cardOfNinetyDays_saysNothing() {
    assertThat(warnings(90)).isEmpty();
  }

  @Test
  void plan_ownPricesWithoutADate_neverAge() {
    assertThat(warnings(plan(PriceCard.own(CENT), ManualTime.create()))).isEmpty();
  }

  @Test
  void plan_nothingIsBought_saysNothing() {
    var time = ManualTime.create();
    try (var studio = new Studio();
        var pipeline = studio.timed(studio.speech).clock(time).build()) {
      assertThat(warnings(pipeline.plan(VendorTest.ONE))).isEmpty();
    }
  }

  @Test
  void render_withoutAPlan_saysItAndKeepsItInTheManifest() throws Exception {
    var log = new EventLog();
    var old = PriceCard.of(LocalDate.EPOCH, "example.org/pricing", CENT);
    try (var studio = new Studio();
        var ledger = Ledgers.inMemory();
        var pipeline =
            studio.builder().speech(new Voice(studio.speech, old)).ledger(ledger).build()) {
      var request = Studio.narrated("Two sentences.\n\nOf which both are bought.");
      var plan = pipeline.plan(request);

      var render = pipeline.submit(request, log).join();

      var planned = warnings(plan);
      assertThat(planned).hasSize(1);
      assertThat(said(log)).containsExactlyInAnyOrderElementsOf(plan.problems());
      assertThat(Files.readString(render.files().get(Render.MANIFEST)))
          .contains(planned.get(0).message());

      var again = new EventLog();
      pipeline.submit(request, again).join();
      assertThat(said(again)).as("nothing is bought").isEmpty();
    }
  }

  private static List<Problem> said(EventLog log) {
    return log.of(RenderEvent.Warning.class).stream().map(RenderEvent.Warning::problem).toList();
  }

  private static List<Problem> warnings(int days) {
    var time = ManualTime.create();
    var read = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).minusDays(days);
    return warnings(plan(PriceCard.of(read, "example.org/pricing", CENT), time));
  }

  private static RenderPlan plan(PriceCard card, ManualTime time) {
    try (var studio = new Studio();
        var ledger = Ledgers.inMemory();
        var pipeline =
            studio.timed(new Voice(studio.speech, card)).ledger(ledger).clock(time).build()) {
      return pipeline.plan(Studio.narrated("Two sentences.\n\nOf which both are bought."));
    }
  }

  private static List<Problem> warnings(RenderPlan plan) {
    return plan.problems().stream()
        .filter(p -> p.severity() == Severity.WARNING && p.field().startsWith("prices of"))
        .toList();
  }
}
