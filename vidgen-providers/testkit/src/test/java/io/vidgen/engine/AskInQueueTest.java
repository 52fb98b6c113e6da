package io.vidgen.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.error.FailureKind;
import io.vidgen.job.JobState;
import io.vidgen.job.Overrun;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.money.Budget;
import io.vidgen.queue.QueueOptions;
import io.vidgen.queue.VideoQueue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever is asked about a job of a queue may take time. */
class AskInQueueTest extends BudgetFixture {
  private final CompletableFuture<RenderPlan> asked = new CompletableFuture<>();
  private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

  private RenderOptions asking() {
    return RenderOptions.builder()
        .budget(Budget.perRender(usd("0.10")))
        .overrun(
            Overrun.ask(
                plan -> {
                  asked.complete(plan);
                  return answer.join();
                }))
        .build();
  }

  private VideoPipeline pipeline() {
    return studio.builder().speech(voice).build();
  }

  private static VideoQueue queue(VideoPipeline pipeline) {
    return pipeline.queue(QueueOptions.builder().inFlight(8).drain(Duration.ZERO).build());
  }

  @Test
  void ask_takesLong_otherJobsAreDoneMeanwhile() throws Exception {
    try (var pipeline = pipeline();
        var queue = queue(pipeline)) {
      for (int i = 0; i < 4; i++) {
        queue.submit(sentences("dear" + i, 3), asking());
      }
      var dear = queue.submit(sentences("dear", 3), asking());
      asked.get(30, SECONDS);
      var cheap = queue.submit(sentences("cheap", 1));

      var render = queue.completion(cheap).toCompletableFuture().get(30, SECONDS);

      assertThat(render.cost()).hasToString("USD 0.10");
      assertThat(queue.find(dear).orElseThrow().state()).isEqualTo(JobState.RUNNING);
      answer.complete(true);
      assertThat(queue.completion(dear).toCompletableFuture().get(30, SECONDS).cost())
          .hasToString("USD 0.30");
    }
  }

  @Test
  void cancel_whileSomebodyIsAsked_noYesCounts() throws Exception {
    try (var pipeline = pipeline();
        var queue = queue(pipeline)) {
      var id = queue.submit(sentences("dear", 3), asking());
      asked.get(30, SECONDS);

      assertThat(queue.cancel(id)).isTrue();
      answer.complete(true);

      assertThat(queue.completion(id).toCompletableFuture()).failsWithin(Duration.ofSeconds(30));
      var job = queue.find(id).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.CANCELLED);
      assertThat(job.failure().kind()).isEqualTo(FailureKind.CANCELLED);
    }
    assertThat(voice.calls().total()).isZero();
    assertThat(studio.ledger.all()).isEmpty();
  }

  @Test
  void close_whileSomebodyIsAsked_noYesCounts() throws Exception {
    try (var pipeline = pipeline()) {
      var queue = queue(pipeline);
      var id = queue.submit(sentences("dear", 3), asking());
      var completion = queue.completion(id).toCompletableFuture();
      asked.get(30, SECONDS);
      var closing = CompletableFuture.runAsync(queue::close, work -> new Thread(work).start());

      assertThat(completion).failsWithin(Duration.ofSeconds(30));
      answer.complete(true);
      closing.get(30, SECONDS);
    }
    assertThat(voice.calls().total()).isZero();
    assertThat(studio.ledger.all()).isEmpty();
  }
}
