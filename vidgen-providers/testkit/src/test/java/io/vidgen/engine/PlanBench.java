package io.vidgen.engine;

import io.vidgen.VideoPipeline;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Character;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.Scene;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeScriptProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long planning takes: a story of 12 scenes, new, finished, and finished with one sentence
 * changed, over ledgers of so many entries; time of the planning thread on a processor, so that
 * other work on the machine does not count. Arguments: numbers of entries; default 1000 and 100000.
 */
final class PlanBench {
  private static final int ROUNDS = 100;
  private static final int SCENES = 12;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PlanBench() {}

  public static void main(String[] args) throws Exception {
    var sizes = args.length == 0 ? new String[] {"1000", "100000"} : args;
    for (var size : sizes) {
      measure(Integer.parseInt(size));
    }
  }

  private static void measure(int entries) throws Exception {
    var home = Files.createTempDirectory("plan-bench");
    var studio = new Studio();
    try (studio;
        var ledger = Ledgers.inMemory()) {
      var vendor = FakeVendor.open(home.resolve("vendor"));
      var videos =
          FakeVideoProvider.of(vendor, SubmitSafety.RECONCILABLE)
              .polled(Duration.ofSeconds(5), studio.time);
      try (var pipeline =
          studio
              .timed(studio.speech)
              .ledger(ledger)
              .videos(videos)
              .scripts(FakeScriptProvider.create())
              .transcription(FakeTranscriptionProvider.aligner())
              .build()) {
        report(entries, "new", pipeline, story(""));
        var job = pipeline.submit(story(""));
        studio.time.flyUntil(job.completion(), Duration.ofMinutes(5));
        var unused = job.join();
        fill(ledger, entries);
        report(ledger.all().size(), "finished", pipeline, story(""));
        report(ledger.all().size(), "one sentence changed", pipeline, story(" It was late."));
      }
    }
  }

  /** Copies of what is there, under other fingerprints. */
  private static void fill(Ledger ledger, int entries) {
    var all = ledger.all();
    for (int i = all.size(); i < entries; i++) {
      ledger.write(copy(all.get(i % all.size()), i));
    }
  }

  private static StepRecord copy(StepRecord of, int number) {
    var other = new Fingerprint(String.format(Locale.ROOT, "%064x", number));
    return new StepRecord(
        other,
        other,
        of.kind(),
        of.provider(),
        of.model(),
        of.state(),
        1,
        of.attemptId(),
        1,
        of.operation(),
        of.result(),
        of.artifacts(),
        of.reserved(),
        of.spent(),
        of.unpriced(),
        of.failure(),
        of.payer(),
        of.announcedAt(),
        of.earlier(),
        of.at(),
        null);
  }

  private static VideoRequest story(String more) {
    var scenes = new Scene[SCENES];
    for (int i = 0; i < SCENES; i++) {
      var line = "This is what Mia says in scene " + (i + 1) + (i == 6 ? more : ".");
      scenes[i] = StoryFixture.scene("Mia walks along the sea, picture " + i, 1, "Mia", line);
    }
    return StoryFixture.story(scenes)
        .characters(Character.create("Mia", "a child with red boots", "3D"))
        .build();
  }

  private static void report(
      int entries, String what, VideoPipeline pipeline, VideoRequest request) {
    var plan = pipeline.plan(request);
    var times = new long[ROUNDS];
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long began = THREADS.getCurrentThreadCpuTime();
      plan = pipeline.plan(request);
      times[Math.max(i, 0)] = THREADS.getCurrentThreadCpuTime() - began;
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%7d entries, %-22s %3d steps, %3d changes: median %5.2f ms, p95 %5.2f ms, worst %5.2f ms%n",
        entries,
        what,
        plan.steps().size(),
        plan.changes().size(),
        times[ROUNDS / 2] / 1e6,
        times[ROUNDS * 95 / 100] / 1e6,
        times[ROUNDS - 1] / 1e6);
  }
}
