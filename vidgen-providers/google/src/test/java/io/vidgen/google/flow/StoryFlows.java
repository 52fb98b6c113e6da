package io.vidgen.google.flow;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.RenderJob;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Quality;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.VideoComposer;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Stories in a directory, each process one pipeline over it. */
final class StoryFlows {
  static final VideoFormat SMALL = new VideoFormat(270, 480);
  static final Duration PATIENCE = Duration.ofSeconds(200);

  private static final String[] LINES = {
    "The sea was quiet.", "Then a bottle came.", "There was a letter in it.",
    "Come and find me.", "So she took the boat.", "And she was never alone again."
  };

  private StoryFlows() {}

  /** Six clips that go on from each other, said by somebody who is not seen. */
  static Story chain(int clips) {
    return VideoRequest.story(script(clips)).format(SMALL).quality(Quality.DRAFT).build();
  }

  static Script script(int clips) {
    var scenes =
        IntStream.range(0, clips)
            .mapToObj(
                i ->
                    new Scene(
                        "",
                        List.of(DialogueLine.narrator(LINES[i % LINES.length])),
                        "The beach, part " + (i + 1),
                        "waves",
                        null,
                        null,
                        null,
                        1))
            .toList();
    return new Script("The bottle", Locale.ENGLISH, scenes);
  }

  /** Google's part only: nothing is drawn or listened to. */
  static VideoPipelineBuilder unfilmed(Map<String, String> settings) {
    return builder(settings, FakeComposer.create())
        .transcription(FakeTranscriptionProvider.aligner());
  }

  /** Everything of Google's in a sandbox, found as a user's program finds it. */
  static VideoPipelineBuilder builder(Map<String, String> settings, VideoComposer composer) {
    var builder =
        VideoPipeline.builder()
            .scripts("gemini")
            .images("nano-banana")
            .videos("veo")
            .speech("freetts")
            .composer(composer)
            .parallelism(2);
    settings.forEach(builder::option);
    return builder;
  }

  /** Opens the directory, lets a job run to its end while time flies, and closes all. */
  static RenderJob inProcess(
      Path place,
      UnaryOperator<Ledger> mortality,
      VideoPipelineBuilder builder,
      Function<VideoPipeline, RenderJob> work)
      throws InterruptedException {
    var time = ManualTime.create();
    try (var ledger = mortality.apply(Ledgers.directory(place.resolve("ledger")));
        var storage = Storages.directory(place.resolve("videos"));
        var pipeline =
            builder.ledger(ledger).storage(storage).clock(time).scheduler(time).build()) {
      var job = work.apply(pipeline);
      if (!time.flyUntil(job.completion(), PATIENCE)) {
        throw new AssertionError("not over after " + PATIENCE + ": " + job.state());
      }
      return job;
    }
  }
}
