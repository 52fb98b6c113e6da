package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Chaining;
import io.vidgen.job.JobState;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Script;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import io.vidgen.testkit.FakeScriptProvider;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories whose script is not written when they are stepped down. */
class StepDownThemeTest extends StepDownFixture {
  private static final Story LAKES =
      VideoRequest.story("Lakes")
          .length(Duration.ofSeconds(24))
          .chaining(Chaining.SEPARATE)
          .build();

  private FakeScriptProvider scripts = FakeScriptProvider.create();

  @Override
  VideoPipelineBuilder builder() {
    return super.builder().scripts(scripts);
  }

  @ParameterizedTest
  @CsvSource({"7.21, SSF, 7.21", "7.20, SFF, 4.81", "2, FLL, 1.61"})
  void render_theme_isDecidedAgainForItsScriptWithinTheSameBudget(
      String budget, String expected, String price) throws Exception {
    var plan = plan(LAKES, within(budget));

    assertThat(StepDownTest.made(plan, 3)).isEqualTo(expected);
    assertThat(plan.price()).isEqualTo(usd(price));

    var render = render(LAKES, within(budget));

    assertThat(render.cost()).isEqualTo(usd(price));
    assertThat(charged().plus(Money.usd("0.01"))).isEqualTo(Money.usd(price));
    var after = plan(LAKES, within(budget));
    assertThat(StepDownTest.made(after, 3)).isEqualTo(expected);
    assertThat(after.price()).isEqualTo(Price.free());
  }

  @Test
  void render_scriptHasFewerScenes_isSteppedDownLess() throws Exception {
    scripts = scripts.changing(s -> new Script(s.title(), s.language(), s.scenes().subList(0, 2)));

    assertThat(StepDownTest.made(plan(LAKES, within("7")), 3)).isEqualTo("SFF");
    var render = render(LAKES, within("7"));

    assertThat(render.cost()).isEqualTo(usd("6.41"));
  }

  @Test
  void render_nothingFits_isRefusedBeforeTheScriptIsBought() {
    assertThatThrownBy(() -> render(LAKES, within("0.001"))).isInstanceOf(VidgenException.class);
    assertThat(scripts.calls().count(FakeScriptProvider.WRITE)).isZero();
  }

  @Test
  void render_diesAfterTheScript_isFinishedWithinTheBudgetOfEachRender() throws Exception {
    for (int write = 1; write <= 9; write += 2) {
      try (var ledger = Ledgers.inMemory()) {
        load();
        loadTiers();
        var dying = CrashingLedger.failing(ledger, new Point("clip", write, true));
        var died = end(builder().ledger(dying), LAKES, within("7.20"));
        assertThat(died.state()).isEqualTo(JobState.FAILED);

        var next = end(builder().ledger(ledger), LAKES, within("7.20"));

        assertThat(next.state()).as("%s", next.failure()).isEqualTo(JobState.SUCCEEDED);
        assertThat(charged()).as("write %d", write).isEqualTo(Money.usd("4.80"));
      }
    }
  }
}
