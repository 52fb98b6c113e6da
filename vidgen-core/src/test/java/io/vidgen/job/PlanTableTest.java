package io.vidgen.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.money.Price;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table where names and requests are not the usual ones. */
class PlanTableTest {

  @Test
  void describe_wideNames_columnsStandBelowEachOther() {
    var plan =
        RenderPlan.of(
            List.of(step("speech-1", "日本語の声", ""), step("speech-2", "coqui", "vits 🎤")),
            List.of());

    assertThat(plan.describe().lines().limit(3))
        .containsExactly(
            " scene 1                                 free  0.0 to 1.0 s",
            "   speech-1  REUSE  日本語の声           free  0.0 to 1.0 s  done before",
            "   speech-2  REUSE  coqui       vits 🎤  free  0.0 to 1.0 s  done before");
  }

  @Test
  void describe_lineFeedInAName_staysOneRow() {
    var step =
        PlannedStep.builder("speech-1", "speech", 1)
            .by("coqui", "vits")
            .does(Action.REUSE, "done\r\nbefore")
            .takes(Price.free(), Duration.ofSeconds(1))
            .routing(
                new RoutingDecision(
                    "my\norder",
                    List.of(
                        new Considered(
                            "b", "1", Verdict.PASSED_OVER, "left out by order 'my\norder'"))))
            .build();

    assertThat(RenderPlan.of(List.of(step), List.of()).describe().lines().toList())
        .hasSize(4)
        .anyMatch(row -> row.endsWith("done before; not b: left out by order 'my order'"));
  }

  @Test
  void describe_requestThatCannotBePlanned_isNotFree() {
    var plan = RenderPlan.of(List.of(), List.of(Problem.error("script", "is empty", "write one")));

    assertThat(plan.describe())
        .isEqualTo("total: not planned\nerror: script: is empty (write one)\n");
    assertThat(plan.bill()).hasToString("not planned");
    assertThat(plan.bill().isFree()).isFalse();
    assertThat(plan.price()).isInstanceOf(Price.Unknown.class);
    assertThat(plan.toJson()).contains("\"reason\" : \"not planned, since");
  }

  @Test
  void bill_nothingToDo_isFree() {
    var plan = RenderPlan.of(List.of(), List.of(Problem.warning("music", "none", "")));

    assertThat(plan.bill().isFree()).isTrue();
    assertThat(plan.price()).isEqualTo(Price.free());
  }

  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "é,1",
    "e\u0301,1",
    "日本,4",
    "ｱ,1",
    "Ａ,2",
    "한국,4",
    "🎤,2",
    "👩\u200d👩\u200d👧,2",
    "👍🏽,2",
    "🇫🇷,2",
    "❤\uFE0F,2",
    "→,1",
    "✓,1",
    "✅,2",
    "नमस्ते,4",
    "a\u200bb,2"
  })
  void of_text_isItsWidthInATerminal(String text, int columns) {
    assertThat(Columns.of(text)).isEqualTo(columns);
  }

  private static PlannedStep step(String id, String provider, String model) {
    return PlannedStep.builder(id, "speech", 1)
        .by(provider, model)
        .does(Action.REUSE, "done before")
        .takes(Price.free(), Duration.ofSeconds(1))
        .build();
  }
}
