package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Problem;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.Deliverables;
import io.vidgen.job.Narrated;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Character;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever buys something is told that the ledger will forget it, and nobody else. */
class VolatileLedgerTest {
  private static final Narrated REQUEST = Studio.narrated("One.", "Two.");

  private final Studio studio = new Studio();
  private final EventLog log = new EventLog();

  @AfterEach
  void close() {
    studio.close();
  }

  private VideoPipelineBuilder builder(Ledger ledger) {
    var voice = FakeSpeechProvider.builder().id("dear").price(Money.usd("0.10")).build();
    return studio.builder().ledger(ledger).speech(voice);
  }

  private static List<Problem> forgotten(List<Problem> problems) {
    return problems.stream().filter(p -> p.field().equals("ledger")).toList();
  }

  private List<Problem> said() {
    return forgotten(
        log.of(RenderEvent.Warning.class).stream().map(RenderEvent.Warning::problem).toList());
  }

  @Test
  void plan_paidVoice_warnsOfIt() {
    try (var pipeline = builder(studio.ledger).build()) {
      assertThat(forgotten(pipeline.plan(REQUEST).problems()))
          .singleElement()
          .satisfies(p -> assertThat(p.message()).contains("dear is paid"));
    }
  }

  @Test
  void render_withoutAPlan_saysIt() {
    try (var pipeline = builder(studio.ledger).build()) {
      var unused = pipeline.submit(REQUEST, log).join();

      assertThat(said()).singleElement().satisfies(p -> assertThat(p.message()).contains("dear"));
    }
  }

  @Test
  void plan_posterAlone_buysNothingAndSaysNothing() {
    try (var pipeline = builder(studio.ledger).build()) {
      var set = Deliverables.of(REQUEST).poster("cover");
      var plan = pipeline.plan(set);

      assertThat(plan.price()).isEqualTo(Price.free());
      assertThat(forgotten(plan.problems())).isEmpty();
      var unused = pipeline.submit(set, log).join();
      assertThat(said()).isEmpty();
    }
  }

  @Test
  void plan_everythingIsBought_saysNothing() {
    try (var pipeline = builder(studio.ledger).build()) {
      var unused = pipeline.render(REQUEST);

      assertThat(forgotten(pipeline.plan(REQUEST).problems())).isEmpty();
      var again = pipeline.submit(REQUEST, log).join();
      assertThat(again.cost()).isEqualTo(Price.free());
      assertThat(said()).isEmpty();
    }
  }

  @Test
  void plan_ledgerInADirectory_saysNothing(@TempDir Path home) {
    try (var ledger = Ledgers.directory(home);
        var pipeline = builder(ledger).build()) {
      assertThat(forgotten(pipeline.plan(REQUEST).problems())).isEmpty();
    }
  }

  @Test
  void draw_paidPicture_saysIt() {
    try (var pipeline = studio.builder().images(new PaidPictures()).addListener(log).build()) {
      var amy = Character.create("Amy", "a girl", "ink");

      assertThat(catchThrowable(() -> pipeline.draw(amy))).isNotNull();
      assertThat(said()).hasSize(1);
    }
  }
}
