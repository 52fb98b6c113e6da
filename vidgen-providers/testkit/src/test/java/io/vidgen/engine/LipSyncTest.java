package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class LipSyncTest extends TalkingTest {

  @Test
  void render_text_isSpokenAndFitted() throws Exception {
    var request = VideoRequest.lipSync(face).say("Hello there.").build();
    var before = plan(request);

    assertThat(redone(request))
        .containsExactly(
            "captions",
            "finish",
            "import-face",
            "lip-sync-1",
            "mix",
            "poster",
            "segment-1",
            "speech-1",
            "words-1");

    assertThat(before.price()).isEqualTo(Price.exactly(Money.usd("0.50")));
    assertThat(ids(before)).hasSize(9);
    assertThat(vendor.charges()).hasSize(1);
    assertThat(plan(request).steps()).allMatch(step -> step.action() == Action.REUSE);
  }

  @Test
  void render_recordingWithText_isCaptionedWithIt() throws Exception {
    var recording = Files.writeString(directory.resolve("said.wav"), "sound");
    var request = VideoRequest.lipSync(face).speech(recording).say("Hello there.").build();

    var render = render(request);

    assertThat(Files.readString(render.file(Render.SRT))).contains("Hello there.");
    assertThat(studio.speech.calls().total()).isZero();
    assertThat(render.duration().toSeconds()).isEqualTo(4);
  }

  @Test
  void plan_nothingToSayAndNobodyToFit_namesBoth() throws Exception {
    try (var pipeline = studio.builder().build()) {
      assertThat(fields(pipeline.plan(VideoRequest.lipSync(face).build())))
          .containsExactlyInAnyOrder("text", "lip-sync provider");
    }
  }

  @Test
  void render_secondTake_isBoughtAgain() throws Exception {
    render(VideoRequest.lipSync(face).say("Hello.").build());
    render(VideoRequest.lipSync(face).say("Hello.").take(2).build());

    assertThat(vendor.charges()).hasSize(2);
  }
}
