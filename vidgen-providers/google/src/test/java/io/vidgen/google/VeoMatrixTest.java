package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.google.VeoMatrix.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/veo.md, row by row. */
class VeoMatrixTest {
  private static final String ANYWAY = "VIDGEN_VEO_UNCHECKED=true";

  static Stream<Case> refused() {
    return VeoMatrix.refused();
  }

  static Stream<Case> taken() {
    return VeoMatrix.taken();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void check_refusedByTheTable_namesFieldRemedyAndHowToSendItAnyway(Case refused) {
    var problem =
        errors(refused, false).stream()
            .filter(error -> error.field().equals(refused.field()))
            .findFirst()
            .orElseThrow();

    assertThat(problem.remedy()).isNotBlank();
    if (errors(refused, true).isEmpty()) {
      assertThat(problem.remedy()).contains(ANYWAY).doesNotStartWith(";");
    } else {
      assertThat(problem.remedy()).doesNotContain(ANYWAY);
    }
  }

  @ParameterizedTest
  @MethodSource("taken")
  void check_allowedByTheTable_findsNoError(Case taken) {
    assertThat(errors(taken, false)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void check_refusedByTheTableButUnchecked_onlyWarnsExceptOfVideosFromElsewhere(Case refused) {
    assertThat(refused.provider(true).check(refused.clip().request())).isNotEmpty();
    assertThat(errors(refused, true)).extracting(Problem::field).isSubsetOf("extend");
  }

  /** A row that is added to the page needs a request that is taken and one that is refused. */
  @Test
  void table_everyRow_isTakenAndRefused(TestReporter report) throws IOException {
    var rows = rows();

    assertThat(rows).hasSize(12);
    assertThat(refused().map(Case::row).distinct()).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(taken().map(Case::row).distinct()).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(refused()).hasSize(48);
    assertThat(taken()).hasSize(24);
    report.publishEntry(
        "Veo matrix", rows.size() + " rows: " + refused().count() + " refused, 24 taken");
  }

  private static List<Problem> errors(Case asked, boolean unchecked) {
    return asked.provider(unchecked).check(asked.clip().request()).stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .toList();
  }

  private static List<String> rows() throws IOException {
    var lines = Files.readAllLines(Path.of("../../docs/veo.md"));
    var table = lines.subList(lines.indexOf("## What can be asked") + 2, lines.size());
    return table.stream()
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> line.split("\\|", -1)[1].strip())
        .toList();
  }
}
