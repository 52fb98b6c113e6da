package io.vidgen.engine;

import io.vidgen.VideoPipeline;
import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Renders in a directory until it is done, crashes by itself or is killed. */
final class KillChild {

  private KillChild() {}

  /** Arguments: directory, safety, number of scenes, then kind, write and "after" of the crash. */
  public static void main(String[] args) {
    var place = Path.of(args[0]);
    var safety = SubmitSafety.valueOf(args[1]);
    int scenes = Integer.parseInt(args[2]);
    Ledger ledger = Ledgers.directory(place.resolve("ledger"));
    if (args.length > 3) {
      var point =
          new CrashingLedger.Point(
              args[3], Integer.parseInt(args[4]), Boolean.parseBoolean(args[5]));
      ledger = new CrashingLedger(ledger, point, () -> Runtime.getRuntime().halt(137));
    }
    var job = render(place, ledger, safety, scenes, KillChild::tell);
    System.out.println("END " + job.state());
  }

  private static void tell(RenderEvent event) {
    if (event instanceof RenderEvent.StepFinished) {
      System.out.println("STEP");
    }
  }

  static RenderJob render(
      Path place, Ledger ledger, SubmitSafety safety, int scenes, RenderListener listener) {
    var voice =
        FakeRemoteSpeechProvider.of(FakeVendor.open(place.resolve("vendor")), safety)
            .polled(Duration.ofMillis(5), InstantSource.system());
    try (var storage = Storages.directory(place.resolve("videos"));
        ledger;
        var pipeline =
            VideoPipeline.builder()
                .ledger(ledger)
                .storage(storage)
                .speech(voice)
                .images(FakeImageProvider.create())
                .composer(FakeComposer.create())
                .addListener(listener)
                .build()) {
      var job = pipeline.submit(request(scenes));
      var unused = job.completion().handle((render, error) -> "over").toCompletableFuture().join();
      return job;
    }
  }

  static Narrated request(int scenes) {
    var sentences = new String[scenes];
    for (int i = 0; i < scenes; i++) {
      sentences[i] = "This is sentence number " + (i + 1) + ".";
    }
    return Studio.narrated(sentences);
  }
}
