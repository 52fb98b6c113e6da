package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVendor.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many renders that all want the same money. */
@Timeout(300)
class BudgetStormTest {
  private static final BigDecimal PRICE = new BigDecimal("0.10");

  @TempDir Path books;
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void submit_manyRendersUnderOneBudget_spendItAndNoMore() throws Exception {
    assertSpent(50, Money.usd("3.10"));
  }

  @Test
  @Tag("soak")
  void submit_twoHundredRendersUnderOneBudget_spendItAndNoMore() throws Exception {
    assertSpent(200, Money.usd("12.50"));
  }

  private void assertSpent(int renders, Money limit) throws Exception {
    var vendor = FakeVendor.open(books).onSubmit(faults());
    var voice =
        FakeRemoteSpeechProvider.of(vendor, SubmitSafety.RECONCILABLE)
            .polled(Duration.ofSeconds(5), studio.time);
    var budget = Budget.total(limit);
    try (var pipeline = studio.timed(voice).budget(budget).build()) {
      var jobs = submitAll(pipeline, renders);
      var all =
          CompletableFuture.allOf(
              jobs.stream().map(BudgetStormTest::over).toArray(CompletableFuture[]::new));
      assertThat(studio.time.flyUntil(all, Duration.ofSeconds(90))).isTrue();

      var kinds = jobs.stream().flatMap(job -> job.failure().stream()).map(f -> f.kind()).toList();
      assertThat(kinds).containsOnly(FailureKind.OVER_BUDGET);
      assertThat(pipeline.needsAttention()).isEmpty();
      var charged =
          new Money(PRICE.multiply(BigDecimal.valueOf(vendor.charges().size())), limit.currency());
      assertThat(charged).isEqualTo(limit);
      var total = pipeline.spending().total();
      assertThat(total.spent()).containsExactly(charged);
      assertThat(total.reserved()).isEmpty();
    }
  }

  /** One of four submits goes wrong in some way. */
  private static Fault[] faults() {
    var wrong =
        List.of(
            new Fault.LoseAnswer(),
            new Fault.BreakOff(),
            new Fault.Refuse(VendorTest.BUSY),
            new Fault.Refuse(VendorTest.DOWN));
    return IntStream.range(0, 200)
        .mapToObj(i -> i % 4 == 0 ? wrong.get(i / 4 % wrong.size()) : new Fault.None())
        .toArray(Fault[]::new);
  }

  private static List<RenderJob> submitAll(VideoPipeline pipeline, int renders) throws Exception {
    var jobs = Collections.synchronizedList(new ArrayList<RenderJob>());
    var pool = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < renders; i++) {
        var request = Studio.narrated("This is the sentence of job " + i + ".");
        pool.execute(
            () -> {
              try {
                jobs.add(pipeline.submit(request, RenderOptions.DEFAULT));
              } catch (VidgenException e) {
                assertThat(e.kind()).isEqualTo(FailureKind.OVER_BUDGET);
              }
            });
      }
    } finally {
      pool.shutdown();
      assertThat(pool.awaitTermination(100, TimeUnit.SECONDS)).isTrue();
    }
    return jobs;
  }

  private static CompletableFuture<?> over(RenderJob job) {
    return job.completion().handle((render, error) -> "over").toCompletableFuture();
  }
}
