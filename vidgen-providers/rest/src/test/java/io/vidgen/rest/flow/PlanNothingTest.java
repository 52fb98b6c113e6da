package io.vidgen.rest.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.money.Price;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plans that would buy from ElevenLabs, D-ID and Whisper: the vendors never hear of them. */
@Timeout(300)
class PlanNothingTest {
  @TempDir Path directory;

  @Test
  void plan_paidVoicesFacesAndEars_noRequestReachesAnyVendor() throws Exception {
    try (var sandbox = Sandbox.builder().scale(0).start();
        var ledger = Ledgers.inMemory();
        var pipeline =
            builder(sandbox)
                .ledger(CrashingLedger.failing(ledger, new CrashingLedger.Point("", 1, false)))
                .build()) {
      var buyers = new ArrayList<String>();
      for (var entry : requests().entrySet()) {
        var plan = pipeline.plan(entry.getValue());

        assertThat(plan.isRunnable()).as("%s: %s", entry.getKey(), plan.problems()).isTrue();
        assertThat(plan.price()).as(entry.getKey()).isInstanceOf(Price.Range.class);
        assertThat(plan.price()).as(entry.getKey()).isNotEqualTo(Price.free());
        plan.steps().stream().map(PlannedStep::provider).forEach(buyers::add);
      }

      assertThat(buyers).contains("elevenlabs", "d-id", "whisper");
      assertThat(ledger.all()).isEmpty();
      assertThat(sandbox.requests()).isEmpty();
      assertThat(sandbox.charges()).isEmpty();
    }
  }

  private static VideoPipelineBuilder builder(Sandbox sandbox) {
    var builder =
        VideoPipeline.builder()
            .speech("elevenlabs")
            .avatar("d-id")
            .transcription("whisper")
            .images(FakeImageProvider.create())
            .composer(FakeComposer.create())
            .option("vidgen.d-id.price-per-second", "0.05");
    sandbox.environment().forEach(builder::option);
    return builder;
  }

  private Map<String, VideoRequest> requests() throws IOException {
    var face = Flows.face(directory);
    var film = Files.writeString(directory.resolve("film.mp4"), "a film");
    var requests = new LinkedHashMap<String, VideoRequest>();
    requests.put("narrated", VideoRequest.narrated(script("The boats.", "The storm.")).build());
    requests.put("face with a paid voice", VideoRequest.avatar(Flows.TEXT).face(face).build());
    requests.put("face with its own voice", Flows.request(face, Flows.Voice.AVATAR));
    requests.put("text known", VideoRequest.captioned(film).text("What is said.").build());
    requests.put("text not known", VideoRequest.captioned(film).build());
    return requests;
  }

  private static Script script(String... lines) {
    var scenes = new ArrayList<Scene>();
    for (var line : lines) {
      scenes.add(
          new Scene("", List.of(DialogueLine.narrator(line)), line, "", null, null, null, 1));
    }
    return new Script("The harbour", Locale.ENGLISH, scenes);
  }
}
