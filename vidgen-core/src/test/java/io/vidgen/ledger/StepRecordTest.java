package io.vidgen.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.internal.codec.Json;
import org.junit.jupiter.api.Test;

class StepRecordTest {

  @Test
  void read_writtenBeforePricesWereMarked_isNotMarked() throws Exception {
    var full = Steps.full(1, 1);
    var old = Json.write(full).replace("\"unpriced\":true,", "");
    assertThat(old).doesNotContain("unpriced");

    var read = Json.read(old, StepRecord.class);

    assertThat(read.unpriced()).isFalse();
    assertThat(read.spent()).isEqualTo(full.spent());
  }
}
