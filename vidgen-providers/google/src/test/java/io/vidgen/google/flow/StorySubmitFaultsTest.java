package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.StepRecord;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a clip whose submit goes wrong once: how many requests Google sees for each
 * attempt, and what the job says. The table is left in {@code target/veo-submits.txt}.
 */
@Timeout(300)
class StorySubmitFaultsTest {
  private static final Path TABLE = Path.of("target", "veo-submits.txt");

  @TempDir static Path directory;

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.builder().scale(0).start();
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, "fault | requests | attempts | charged | job | failure\n");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void mend() {
    sandbox.clearFaults();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Google has read nothing or refused: a new attempt of one request each.
        "rate-limited:seconds,3 | 2 | 1 | SUCCEEDED |",
        "rate-limited:none,0 | 2 | 1 | SUCCEEDED |",
        "error:quota | 2 | 1 | SUCCEEDED |",
        "error:overloaded | 2 | 1 | SUCCEEDED |",
        "error:credits-depleted | 1 | 0 | FAILED | QUOTA",
        "error:unsupported-case | 1 | 0 | FAILED | INVALID_REQUEST",
        "error:invalid-key | 1 | 0 | FAILED | AUTHENTICATION",
        "error:permission-denied | 1 | 0 | FAILED | AUTHENTICATION",
        // Bytes of the body have left and nobody knows.
        "drop:before-body | 1 | 0 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "drop:mid-body | 1 | 0 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "drop:after-acceptance | 1 | 1 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "drop:mid-answer | 1 | 1 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "error:internal | 1 | 0 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "html:408 | 1 | 0 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "html:500 | 1 | 0 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "accepted-error:internal | 1 | 1 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "garbled:truncated | 1 | 1 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
        "garbled:empty | 1 | 1 | NEEDS_ATTENTION | UNKNOWN_OUTCOME",
      })
  void submit_goesWrongOnce_isOneRequestForEachAttempt(
      String fault, int attempts, int charged, JobState state, @Nullable FailureKind kind)
      throws Exception {
    sandbox.inject(FaultRule.next(Vendor.GOOGLE, Account.SUBMIT, Fault.parse(fault)));
    var account = Account.of(sandbox);
    var steps = new ArrayList<StepRecord>();
    var job = render(steps);

    var failure = job.failure().map(f -> f.kind().name()).orElse("");
    var row =
        String.format(
            Locale.ROOT,
            "%s | %d | %d | %d | %s | %s%n",
            fault,
            account.submits().size(),
            steps.get(0).attempt(),
            account.clips(),
            job.state(),
            failure);
    Files.writeString(TABLE, row, StandardOpenOption.APPEND);
    assertThat(job.state()).as(row).isEqualTo(state);
    assertThat(steps.get(0).attempt()).as(row).isEqualTo(attempts);
    assertThat(account.submits()).as(row).hasSize(attempts);
    assertThat(account.clips()).as(row).isEqualTo(charged);
    assertThat(failure).isEqualTo(kind == null ? "" : kind.name());
  }

  private static RenderJob render(List<StepRecord> steps) throws Exception {
    return StoryFlows.inProcess(
        Files.createTempDirectory(directory, "story"),
        UnaryOperator.identity(),
        StoryFlows.unfilmed(sandbox.environment()),
        pipeline -> {
          var job = pipeline.submit(StoryFlows.chain(1));
          var unused =
              job.completion()
                  .whenComplete(
                      (done, error) ->
                          pipeline.ledger().all().stream()
                              .filter(step -> step.kind().equals("clip"))
                              .forEach(steps::add));
          return job;
        });
  }
}
