package io.vidgen.examples.bench;

import io.vidgen.VideoPipeline;
import io.vidgen.event.RenderEvent;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.job.Narrated;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Renders a short of a minute out of eight 720p clips through the library and by one bare ffmpeg
 * command in turn, and prints the ratio of the medians, the time from the last input to the file,
 * the time after a changed sentence, and the peak heap: {@code RenderBench [RUNS [SECONDS]]}. To
 * measure the heap of a small JVM, start it with {@code -Xmx128m}.
 */
public final class RenderBench {
  private static final int CLIPS = 8;
  private static final Duration AROUND = Duration.ofMillis(450);

  private final Path folder;
  private final double seconds;
  private final MeasuredVoice voice;
  private final FfmpegComposer composer = FfmpegComposer.create(FfmpegOptions.ofDefaults());
  private final List<Path> clips = new ArrayList<>();

  private RenderBench(Path folder, double seconds) {
    this.folder = folder;
    this.seconds = seconds;
    this.voice = new MeasuredVoice(Duration.ofMillis((long) (seconds * 1000)).minus(AROUND));
  }

  /**
   * Measures and prints.
   *
   * @param args how many runs (default 3) and how long the video is in seconds (default 60)
   * @throws Exception if something failed
   */
  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    double total = args.length > 1 ? Double.parseDouble(args[1]) : 60;
    var bench = new RenderBench(Files.createTempDirectory("vidgen-bench"), total / CLIPS);
    bench.run(runs);
  }

  private void run(int runs) throws Exception {
    System.out.println(composer.describe());
    var bare = new BareTool(composer.program(), composer.fontconfig(), folder);
    for (int i = 0; i < CLIPS; i++) {
      clips.add(folder.resolve("clip" + i + ".mp4"));
      bare.makeClip(clips.get(i), i, seconds);
    }
    var ours = new double[runs];
    var theirs = new double[runs];
    for (int run = 0; run < runs; run++) {
      var home = folder.resolve("run" + run);
      var render = timed(ours, run, () -> render(home, request(-1)));
      var voices = voices(home);
      var captions = Files.copy(render.file(Render.ASS), folder.resolve("captions" + run + ".ass"));
      var out = folder.resolve("bare" + run + ".mp4");
      timed(
          theirs,
          run,
          () -> {
            bare.makeShort(clips, voices, captions, seconds, out);
            return out;
          });
      System.out.printf(
          Locale.ROOT, "run %d: library %.1f s, bare %.1f s%n", run + 1, ours[run], theirs[run]);
    }
    System.out.printf(Locale.ROOT, "ratio of medians: %.3f%n", median(ours) / median(theirs));
    change(ours);
    lastInput();
    System.out.printf(Locale.ROOT, "peak heap: %d MB of %d MB%n", peak(), max());
  }

  private void change(double[] first) throws Exception {
    var home = folder.resolve("run0");
    var changed = new double[1];
    var render = timed(changed, 0, () -> render(home, request(3)));
    System.out.printf(
        Locale.ROOT,
        "changed sentence: %.1f s, %d steps redone, %d reused, %.3f of the first render%n",
        changed[0],
        render.redone(),
        render.reused(),
        changed[0] / median(first));
  }

  /** Holds one voice back until everything else is done, and times what is left then. */
  private void lastInput() throws Exception {
    var release = new CountDownLatch(1);
    voice.hold(sentence(CLIPS - 1, false), release);
    var segments = new AtomicInteger();
    var ready = new CountDownLatch(1);
    try (var pipeline = pipeline(folder.resolve("last"))) {
      var lastSegment = new long[1];
      var job =
          pipeline.submit(
              request(-1),
              event -> {
                if (event instanceof RenderEvent.StepFinished done
                    && done.step().kind().equals("segment")) {
                  lastSegment[0] = System.nanoTime();
                  if (segments.incrementAndGet() == CLIPS - 1) {
                    ready.countDown();
                  }
                }
              });
      ready.await();
      long began = System.nanoTime();
      release.countDown();
      job.join();
      long ended = System.nanoTime();
      System.out.printf(
          Locale.ROOT,
          "last input (a voice of %.1f s) to final file: %.2f s, of it after the last segment: %.2f s%n",
          seconds,
          (ended - began) / 1e9,
          (ended - lastSegment[0]) / 1e9);
    }
  }

  private Render render(Path home, Narrated request) {
    try (var pipeline = pipeline(home)) {
      return pipeline.render(request);
    }
  }

  private VideoPipeline pipeline(Path home) {
    return VideoPipeline.builder().directory(home).speech(voice).composer(composer).build();
  }

  private Narrated request(int changedScene) {
    var scenes = new ArrayList<Scene>();
    for (int i = 0; i < CLIPS; i++) {
      scenes.add(Scene.narrated(sentence(i, i == changedScene)).withMedia(clips.get(i)));
    }
    var script = new Script("Bench", Locale.ENGLISH, scenes);
    return VideoRequest.narrated(script).transition(Transition.CUT).build();
  }

  private static String sentence(int scene, boolean changed) {
    return "Scene number "
        + (scene + 1)
        + (changed ? " now tells" : " tells")
        + " a story about rivers, rain and time, and it takes its time to tell it well.";
  }

  /** The voices of a finished run, as files for the bare tool. */
  private List<Path> voices(Path home) throws IOException {
    try (var ledger = Ledgers.directory(home.resolve("ledger"))) {
      return ledger.all().stream()
          .filter(r -> r.kind().equals("speech") && r.state() == StepState.COMPLETED)
          .map(r -> ledger.artifacts().find(r.artifacts().get(0)).orElseThrow())
          .limit(CLIPS)
          .toList();
    }
  }

  private interface Work<T> {
    T run() throws Exception;
  }

  private static <T> T timed(double[] times, int index, Work<T> work) throws Exception {
    long began = System.nanoTime();
    var result = work.run();
    times[index] = (System.nanoTime() - began) / 1e9;
    return result;
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }

  private static long max() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
