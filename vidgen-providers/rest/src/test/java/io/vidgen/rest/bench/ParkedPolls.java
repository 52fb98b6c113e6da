package io.vidgen.rest.bench;

import io.vidgen.VideoPipeline;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.VideoRequest;
import io.vidgen.rest.did.DidAvatarProvider;
import io.vidgen.rest.did.DidOptions;
import io.vidgen.rest.did.DidProduct;
import io.vidgen.spi.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many avatar jobs parked at once, polled over HTTP at a sandbox in a process of its own: {@code
 * ParkedPolls [JOBS] [SECONDS] [POLL_EVERY_SECONDS]}, by default 10,000 jobs that are watched for
 * 60 s and asked for every 5 s.
 */
public final class ParkedPolls {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private ParkedPolls() {}

  /**
   * Measures and prints.
   *
   * @param args see the class
   */
  public static void main(String[] args) throws Exception {
    int jobs = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    var watched = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 60);
    var every = Duration.ofSeconds(args.length > 2 ? Integer.parseInt(args[2]) : 5);
    var sandbox = sandbox();
    try (var output =
        new BufferedReader(
            new InputStreamReader(sandbox.getInputStream(), StandardCharsets.UTF_8))) {
      measure(address(output), jobs, watched, every);
    } finally {
      sandbox.destroy();
      boolean unused = sandbox.waitFor(100, TimeUnit.SECONDS);
    }
  }

  private static void measure(URI sandbox, int jobs, Duration watched, Duration every)
      throws Exception {
    var options =
        DidOptions.builder(Secret.of("bench:key"))
            .address(URI.create(sandbox + "/d-id"))
            .product(DidProduct.CLIPS)
            .build();
    var provider = new MeasuredAvatar(new DidAvatarProvider(options), every);
    var directory = Files.createTempDirectory("parked");
    try (var pipeline = VideoPipeline.builder().directory(directory).avatar(provider).build()) {
      park(pipeline, 10, provider);
      long before = usedHeap();
      long began = System.nanoTime();
      var parked = park(pipeline, jobs, provider);
      print("submitted and parked", jobs / seconds(System.nanoTime() - began), "jobs/s");
      pause(every.multipliedBy(2));
      provider.reset();
      int threads = threadsDuring(watched);
      var lags = provider.lagsMillis();
      print("polls", lags.length / (double) watched.toSeconds(), "polls/s");
      print("lag, median", percentile(lags, 0.5), "ms");
      print("lag, 99th percentile", percentile(lags, 0.99), "ms");
      print("platform threads, most", threads, "");
      long after = usedHeap();
      print("heap, growth", (after - before) / 1048576.0, "MiB");
      print("jobs still parked", parked.stream().filter(ParkedPolls::isParked).count(), "");
      print("failed polls", provider.failures(), "");
    } finally {
      delete(directory);
    }
  }

  private static List<RenderJob> park(VideoPipeline pipeline, int count, MeasuredAvatar provider)
      throws InterruptedException {
    var jobs = new ArrayList<RenderJob>(count);
    long wanted = provider.submitted() + count;
    for (int i = 0; i < count; i++) {
      jobs.add(
          pipeline.submit(
              VideoRequest.avatar("This is sentence number " + (wanted + i) + ".")
                  .presenter("amy-jcwCkr1grs")
                  .avatarVoice("en-US-JennyNeural")
                  .build()));
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (provider.submitted() < wanted) {
      if (System.nanoTime() > deadline || jobs.stream().anyMatch(j -> j.failure().isPresent())) {
        throw new IllegalStateException(
            "parked "
                + provider.submitted()
                + " of "
                + wanted
                + ": "
                + jobs.stream().flatMap(j -> j.failure().stream()).findFirst());
      }
      pause(Duration.ofMillis(50));
    }
    return jobs;
  }

  private static boolean isParked(RenderJob job) {
    return job.state() == JobState.WAITING_REMOTE || job.state() == JobState.RUNNING;
  }

  private static int threadsDuring(Duration time) throws InterruptedException {
    var threads = ManagementFactory.getThreadMXBean();
    int most = 0;
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      most = Math.max(most, threads.getThreadCount());
      pause(Duration.ofMillis(100));
    }
    return most;
  }

  private static long usedHeap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      // At once: what the polls drop meanwhile is not held by anybody.
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      pause(Duration.ofMillis(200));
    }
    return least;
  }

  private static double percentile(long[] sorted, double part) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * part)];
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static void pause(Duration time) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void print(String what, double value, String unit) {
    System.out.println(String.format(Locale.ROOT, "%-24s %10.1f %s", what, value, unit));
  }

  /** Its operations take so long that none ends while it is watched. */
  private static Process sandbox() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.vidgen.sandbox.Main",
            "--port",
            "0",
            "--scale",
            "100",
            "--credits",
            "1000000000")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static URI address(BufferedReader output) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      int at = line.indexOf("http://127.0.0.1:");
      if (at >= 0) {
        var address = URI.create(line.substring(at).split("[\\s'\"]", 2)[0]);
        return URI.create(address.getScheme() + "://" + address.getAuthority());
      }
    }
    throw new IOException("the sandbox did not start");
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
