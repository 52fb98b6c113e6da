package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A voice of ten cents a sentence, and budgets. */
@Timeout(300)
abstract class BudgetFixture {
  final Studio studio = new Studio();
  final EventLog log = new EventLog();
  final FakeSpeechProvider voice =
      FakeSpeechProvider.builder().id("dear").price(Money.usd("0.10")).build();

  @AfterEach
  void close() {
    studio.close();
  }

  VideoPipelineBuilder builder(Budget budget) {
    return studio.timed(voice).addListener(log).budget(budget);
  }

  /** Sentences that no other name has. */
  static Narrated sentences(String name, int count) {
    return Studio.narrated(
        IntStream.range(0, count)
            .mapToObj(i -> "Sentence " + i + " of " + name + ".")
            .toArray(String[]::new));
  }

  static Money usd(String amount) {
    return Money.usd(amount);
  }

  static RenderOptions.Builder by(String owner) {
    return RenderOptions.builder().owner(owner);
  }

  VidgenException refused(VideoPipeline pipeline, Narrated request, RenderOptions options) {
    int calls = voice.calls().total();
    var e = catchThrowableOfType(VidgenException.class, () -> pipeline.submit(request, options));
    assertThat(e).as("not refused").isNotNull();
    assertThat(e.kind()).isEqualTo(FailureKind.OVER_BUDGET);
    assertThat(voice.calls().total()).as("calls").isEqualTo(calls);
    return e;
  }

  static List<Problem> problems(RenderPlan plan) {
    return plan.problems().stream().filter(p -> p.field().equals("budget")).toList();
  }

  void render(VideoPipeline pipeline, Narrated request, RenderOptions options) {
    try {
      var job = pipeline.submit(request, options);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      var unused = job.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
