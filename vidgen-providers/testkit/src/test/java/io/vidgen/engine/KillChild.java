package io.vidgen.engine;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderJob;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.FakeAvatarProvider;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Renders in a directory until it is done, crashes by itself or is killed. */
final class KillChild {

  static final int CRASHED = 137;

  /** What is bought. */
  static final List<String> KINDS = List.of("speech", "avatar");

  private static final int PURCHASE_WRITES = 3;

  private KillChild() {}

  /** Every place of a purchase at which a process can die. */
  static List<CrashingLedger.Point> points(String kind) {
    return IntStream.rangeClosed(1, PURCHASE_WRITES)
        .boxed()
        .flatMap(write -> Stream.of(false, true).map(after -> point(kind, write, after)))
        .toList();
  }

  private static CrashingLedger.Point point(String kind, int write, boolean after) {
    return new CrashingLedger.Point(kind, write, after);
  }

  static Path placeOf(Path root, CrashingLedger.Point point, SubmitSafety safety) {
    var name = point.kind() + "-" + (point.after() ? "after" : "before") + "-" + point.write();
    return root.resolve(name).resolve(safety.name());
  }

  /**
   * Arguments: directory, and number of scenes to render one video until killed. Without a number
   * one video for each point and safety is rendered, in a directory of its own, and the process
   * ends when each of them has come to its point.
   */
  public static void main(String[] args) throws InterruptedException {
    var place = Path.of(args[0]);
    if (args.length == 2) {
      int scenes = Integer.parseInt(args[1]);
      var ledger = Ledgers.directory(place.resolve("ledger"));
      render(place, ledger, SubmitSafety.RECONCILABLE, scenes, KillChild::tell);
      return;
    }
    var points = KINDS.stream().flatMap(kind -> points(kind).stream()).toList();
    var there = new CountDownLatch(points.size() * SubmitSafety.values().length);
    for (var point : points) {
      for (var safety : SubmitSafety.values()) {
        var own = placeOf(place, point, safety);
        var ledger =
            new CrashingLedger(
                Ledgers.directory(own.resolve("ledger")), point, () -> stopFor(there));
        new Thread(() -> render(point.kind(), own, ledger, safety)).start();
      }
    }
    boolean crashed = there.await(100, TimeUnit.SECONDS);
    Runtime.getRuntime().halt(crashed ? CRASHED : 1);
  }

  static RenderJob render(String kind, Path place, Ledger ledger, SubmitSafety safety) {
    return kind.equals("avatar")
        ? renderAvatar(place, ledger, safety)
        : render(place, ledger, safety, 1, event -> {});
  }

  /** What called this never goes on. */
  private static void stopFor(CountDownLatch there) {
    there.countDown();
    while (true) {
      LockSupport.park();
    }
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
    return render(place, ledger, b -> b.speech(voice).addListener(listener), request(scenes));
  }

  private static RenderJob renderAvatar(Path place, Ledger ledger, SubmitSafety safety) {
    var avatar =
        FakeAvatarProvider.of(FakeVendor.open(place.resolve("vendor")), safety)
            .polled(Duration.ofMillis(5), InstantSource.system());
    var voice = FakeSpeechProvider.create();
    var request = VideoRequest.avatar("Only one sentence.").presenter("amy").build();
    return render(place, ledger, b -> b.speech(voice).avatar(avatar), request);
  }

  private static RenderJob render(
      Path place,
      Ledger ledger,
      UnaryOperator<VideoPipelineBuilder> providers,
      VideoRequest request) {
    try (var storage = Storages.directory(place.resolve("videos"));
        ledger;
        var pipeline =
            providers
                .apply(VideoPipeline.builder())
                .ledger(ledger)
                .storage(storage)
                .images(FakeImageProvider.create())
                .composer(FakeComposer.create())
                .build()) {
      var job = pipeline.submit(request);
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
