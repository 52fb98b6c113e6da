package io.vidgen.engine;

import io.vidgen.VideoPipeline;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Renders many videos side by side under one durable budget, until it is done or killed. */
final class BudgetKillChild implements AutoCloseable {
  static final String VOICE = "fake-remote-speech";

  private final FakeVendor vendor;
  private final Ledger ledger;
  private final Map<SubmitSafety, VideoPipeline> pipelines = new EnumMap<>(SubmitSafety.class);

  /** A pipeline for each kind of vendor, all over one ledger. */
  BudgetKillChild(Path place, Money budget, RenderListener listener) {
    vendor = FakeVendor.open(place.resolve("vendor"));
    ledger = Ledgers.directory(place.resolve("ledger"));
    for (var safety : SubmitSafety.values()) {
      var voice =
          FakeRemoteSpeechProvider.of(vendor, safety)
              .polled(Duration.ofMillis(20), InstantSource.system());
      pipelines.put(
          safety,
          VideoPipeline.builder()
              .ledger(ledger)
              .speech(voice)
              .images(FakeImageProvider.create())
              .composer(FakeComposer.create())
              .budget(Budget.total(budget))
              .addListener(listener)
              .build());
    }
  }

  /** Arguments: directory, number of videos, budget in US dollars. */
  public static void main(String[] args) {
    try (var child =
        new BudgetKillChild(Path.of(args[0]), Money.usd(args[2]), BudgetKillChild::tell)) {
      child.render(Integer.parseInt(args[1]));
      System.out.println("DONE");
    }
  }

  private static void tell(RenderEvent event) {
    if (event instanceof RenderEvent.StepFinished || event instanceof RenderEvent.StepWaiting) {
      System.out.println("STEP");
    }
  }

  /** Whoever finds the budget used up is done too. */
  void render(int videos) {
    var jobs = new ArrayList<RenderJob>();
    for (int i = 0; i < videos; i++) {
      var safety = SubmitSafety.values()[i % SubmitSafety.values().length];
      try {
        jobs.add(
            pipeline(safety)
                .submit(Studio.narrated("This is video number " + i + "."), RenderOptions.DEFAULT));
      } catch (VidgenException e) {
        check(e.kind());
      }
    }
    for (var job : jobs) {
      var unused = job.completion().handle((render, error) -> "over").toCompletableFuture().join();
      job.failure().ifPresent(failure -> check(failure.kind()));
    }
  }

  private static void check(FailureKind kind) {
    if (kind != FailureKind.OVER_BUDGET && kind != FailureKind.UNKNOWN_OUTCOME) {
      throw new IllegalStateException("failed: " + kind);
    }
  }

  private VideoPipeline pipeline(SubmitSafety safety) {
    var pipeline = pipelines.get(safety);
    if (pipeline == null) {
      throw new IllegalStateException("no pipeline for " + safety);
    }
    return pipeline;
  }

  /** A person looks at the vendor's account and says what became of each call that was lost. */
  int resolveAll() {
    var pipeline = pipeline(SubmitSafety.AT_MOST_ONCE);
    var lost = pipeline.needsAttention();
    for (var step : lost) {
      var charge =
          vendor.charges().stream().filter(c -> c.attemptId().equals(step.attemptId())).findFirst();
      Resolution resolution =
          charge.isPresent()
              ? new Resolution.Adopt(
                  new RemoteOperation(VOICE, charge.get().operation(), Instant.now(), Map.of()))
              : new Resolution.Resubmit();
      var unused = pipeline.resolve(step.fingerprint(), resolution);
    }
    return lost.size();
  }

  List<FakeVendor.Charge> charges() {
    return vendor.charges();
  }

  VideoPipeline any() {
    return pipeline(SubmitSafety.RECONCILABLE);
  }

  @Override
  public void close() {
    pipelines.values().forEach(VideoPipeline::close);
    ledger.close();
  }
}
