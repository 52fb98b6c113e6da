package io.vidgen.google.flow;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For random renders by Google: what a plan says is what the sandbox charges. */
class PlannedPipelineTest extends PlannedAndSpentFixture {
  @Test
  void pipeline_randomRequests_spendWhatIsPlanned() {
    render(30);
  }

  @Test
  @Tag("soak")
  void pipeline_manyRequests_spendWhatIsPlanned() {
    render(500);
  }
}
