package io.vidgen.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.TestClient;
import io.vidgen.sandbox.Vendor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many polls a second one sandbox answers while thousands of talks are under way. */
@Tag("bench")
class PollBench {
  private static final int PARKED = 3000;
  private static final int CLIENTS = 8;
  private static final Duration TIME = Duration.ofSeconds(5);

  @Test
  void polls_withThousandsOfTalksUnderWay_areMoreThanAThousandASecond() throws Exception {
    try (var sandbox = Sandbox.builder().credits(BigDecimal.valueOf(PARKED)).start()) {
      sandbox.inject(
          FaultRule.always(Vendor.DID, "CreateTalk", new Fault.Doomed(Fault.Fate.NEVER_DONE)));
      var submitter = TestClient.did(sandbox);
      long start = System.nanoTime();
      for (int i = 0; i < PARKED; i++) {
        submitter.post("/talks", talk(i));
      }
      report("submits", PARKED, start);
      var ids = sandbox.charges().stream().map(c -> c.id()).toList();

      start = System.nanoTime();
      var polls = poll(sandbox, ids);
      double perSecond = report("polls", polls, start);

      assertThat(perSecond).isGreaterThan(1000);
    }
  }

  private static String talk(int number) {
    return "{\"script\":{\"type\":\"text\",\"input\":\"Talk number " + number + ".\"}}";
  }

  private static long poll(Sandbox sandbox, List<String> ids) throws Exception {
    var polls = new AtomicLong();
    long end = System.nanoTime() + TIME.toNanos();
    var threads = Executors.newFixedThreadPool(CLIENTS);
    var done =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                n ->
                    threads.submit(
                        () -> {
                          var client = TestClient.did(sandbox);
                          for (int i = n; System.nanoTime() < end; i++) {
                            var answer = client.get("/talks/" + ids.get(i % ids.size()));
                            assertThat(answer.statusCode()).isEqualTo(200);
                            polls.incrementAndGet();
                          }
                          return null;
                        }))
            .toList();
    for (Future<?> client : done) {
      client.get(100, TimeUnit.SECONDS);
    }
    threads.shutdown();
    return polls.get();
  }

  private static double report(String what, long count, long start) {
    double perSecond = count * 1e9 / (System.nanoTime() - start);
    System.out.printf(Locale.ROOT, "%s: %.0f a second%n", what, perSecond);
    return perSecond;
  }
}
