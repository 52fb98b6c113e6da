package io.vidgen.engine;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.Narrated;
import io.vidgen.job.NarratedBuilder;
import io.vidgen.job.Render;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.storage.Storages;
import io.vidgen.storage.VideoStorage;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Fakes around one ledger, and pipelines over them. */
final class Studio implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(100);

  final FakeComposer composer = FakeComposer.create();
  final FakeSpeechProvider speech = FakeSpeechProvider.create();
  final FakeImageProvider images = FakeImageProvider.create();
  final Ledger ledger = Ledgers.inMemory();
  final VideoStorage storage = Storages.inMemory();
  final ManualTime time = ManualTime.create();

  VideoPipelineBuilder builder() {
    return VideoPipeline.builder()
        .ledger(ledger)
        .storage(storage)
        .speech(speech)
        .images(images)
        .composer(composer)
        .parallelism(2);
  }

  /** The steps in the ledger, without what is noted of the project. */
  List<StepRecord> steps() {
    return steps(ledger);
  }

  static List<StepRecord> steps(Ledger ledger) {
    return ledger.all().stream().filter(s -> !s.kind().equals(StepRecord.PROJECT)).toList();
  }

  /** With time that the test moves. */
  VideoPipelineBuilder timed(SpeechProvider voice) {
    return builder().speech(voice).clock(time).scheduler(time);
  }

  Render render(VideoRequest request) {
    try (var pipeline = builder().build()) {
      return pipeline.render(request);
    }
  }

  /** The steps that were redone. */
  List<String> redone(VideoRequest request) {
    var log = new EventLog();
    try (var pipeline = builder().addListener(log).build()) {
      var unused = pipeline.render(request);
    }
    return log.redone().stream().sorted().toList();
  }

  RenderPlan plan(VideoRequest request) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(request);
    }
  }

  /** The first bytes of a PNG, and something that makes it differ from others. */
  static byte[] png(String note) {
    return ("\u0089PNG\r\n\u001a\n" + note).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Waits, in real time, until something holds. */
  static boolean await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    return condition.getAsBoolean();
  }

  static Narrated narrated(String... sentences) {
    return narrated(request -> request, sentences);
  }

  static Narrated narrated(UnaryOperator<NarratedBuilder> change, String... sentences) {
    return change.apply(VideoRequest.narrated(script(sentences))).build();
  }

  /** One scene for each sentence, each with a picture of its own. */
  static Script script(String... sentences) {
    var number = new AtomicInteger();
    var scenes =
        Stream.of(sentences)
            .map(
                text ->
                    new Scene(
                        "",
                        List.of(DialogueLine.narrator(text)),
                        "picture " + number.incrementAndGet(),
                        "",
                        null,
                        null,
                        null,
                        1))
            .toList();
    return new Script("Test", Locale.ENGLISH, scenes);
  }

  @Override
  public void close() {
    storage.close();
    ledger.close();
  }
}
