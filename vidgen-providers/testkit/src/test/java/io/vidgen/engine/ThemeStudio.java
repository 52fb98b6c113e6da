package io.vidgen.engine;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.CharacterStores;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeScriptProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A studio that also writes scripts and films clips, in a time of its own. */
final class ThemeStudio implements AutoCloseable {
  final Studio studio = new Studio();
  final FakeScriptProvider scripts = FakeScriptProvider.create();
  final FakeImageProvider images = studio.images;
  final CharacterStore characters = CharacterStores.inMemory();
  final FakeVendor vendor;
  final FakeVideoProvider videos;

  ThemeStudio(Path books) {
    vendor = FakeVendor.open(books);
    videos =
        FakeVideoProvider.of(vendor, SubmitSafety.AT_MOST_ONCE)
            .polled(Duration.ofSeconds(5), studio.time);
  }

  VideoPipelineBuilder builder() {
    return builder(studio.ledger);
  }

  VideoPipelineBuilder builder(Ledger ledger) {
    return studio
        .builder()
        .ledger(ledger)
        .scripts(scripts)
        .videos(videos)
        .characters(characters)
        .clock(studio.time)
        .scheduler(studio.time);
  }

  RenderPlan plan(VideoRequest request) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(request);
    }
  }

  Render render(VideoRequest request) {
    return end(builder(), request).join();
  }

  /** The steps that were redone. */
  List<String> redone(VideoRequest request) {
    var log = new EventLog();
    end(builder().addListener(log), request).join();
    return log.redone().stream().sorted().toList();
  }

  /** Renders to the end, whatever that is. */
  RenderJob end(VideoPipelineBuilder builder, VideoRequest request) {
    try (var pipeline = builder.build()) {
      var job = pipeline.submit(request);
      studio.time.flyUntil(job.completion(), Studio.PATIENCE);
      return job;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Does something that waits, while time passes. */
  <T> T with(Function<VideoPipeline, T> work) {
    return with(builder(), work);
  }

  <T> T with(VideoPipelineBuilder builder, Function<VideoPipeline, T> work) {
    try (var pipeline = builder.build()) {
      return work.apply(pipeline);
    }
  }

  /** The same, for work that waits for a timer. */
  <T> T flying(VideoPipelineBuilder builder, Function<VideoPipeline, T> work) throws Exception {
    try (var pipeline = builder.build()) {
      var done = CompletableFuture.supplyAsync(() -> work.apply(pipeline));
      studio.time.flyUntil(done, Studio.PATIENCE);
      return done.get(100, TimeUnit.SECONDS);
    }
  }

  int written() {
    return scripts.calls().count(FakeScriptProvider.WRITE);
  }

  int drawn() {
    return images.calls().count(FakeImageProvider.DRAW);
  }

  @Override
  public void close() {
    characters.close();
    studio.close();
  }
}
