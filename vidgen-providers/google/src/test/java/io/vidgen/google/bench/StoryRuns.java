package io.vidgen.google.bench;

import io.vidgen.VideoPipeline;
import io.vidgen.event.RenderEvent;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.job.Render;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.script.ScriptParser;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a story takes against the sum of what the vendor takes, with a real clock. Arguments: a
 * script file, or the seconds of a story from a theme; the sandbox's scale; where the MP4 goes.
 */
final class StoryRuns {
  private StoryRuns() {}

  public static void main(String[] args) throws Exception {
    var out = Path.of(args[2]).toAbsolutePath();
    var home = Files.createTempDirectory("story-runs");
    try (var sandbox =
            Sandbox.builder()
                .scale(Double.parseDouble(args[1]))
                .credits(BigDecimal.valueOf(1_000_000))
                .start();
        var watch = new ReadyWatch(sandbox)) {
      var began = Instant.now();
      var seen = new ConcurrentHashMap<String, Instant>();
      var render = render(sandbox, home, story(args[0]), seen);
      var end = Instant.now();
      Files.copy(render.video(), out, StandardCopyOption.REPLACE_EXISTING);
      Files.copy(
          render.file(Render.WORDS),
          Path.of(out + ".words.json"),
          StandardCopyOption.REPLACE_EXISTING);
      report(System.out, watch, seen, new Span(began, end), render);
      System.out.println(FfmpegComposer.create(FfmpegOptions.ofDefaults()).inspect(out));
      Words.compare(System.out, sandbox, out, render);
    }
  }

  private record Span(Instant from, Instant to) {}

  private static StoryBuilder story(String what) throws Exception {
    if (what.chars().allMatch(java.lang.Character::isDigit)) {
      return VideoRequest.story("a letter in a bottle")
          .length(Duration.ofSeconds(Long.parseLong(what)))
          .characters(Character.create("Mira", "a lighthouse keeper in a yellow coat", "3D"));
    }
    return VideoRequest.story(ScriptParser.ofDefaults().parse(Path.of(what)))
        .characters(Character.create("Nano Banana", "a banana with a hat", "3D animation"));
  }

  private static Render render(
      Sandbox sandbox, Path home, StoryBuilder story, Map<String, Instant> seen) {
    var builder =
        VideoPipeline.builder()
            .directory(home)
            .scripts("gemini")
            .images("nano-banana")
            .videos("veo")
            .transcription("sphinx4")
            .addListener(
                event -> {
                  if (event instanceof RenderEvent.StepFinished done) {
                    seen.put(done.step().id(), Instant.now());
                  }
                });
    sandbox.environment().forEach(builder::option);
    try (var pipeline = builder.build()) {
      System.out.print(pipeline.plan(story.build()).describe());
      return pipeline.render(story.build());
    }
  }

  private static void report(
      PrintStream out, ReadyWatch watch, Map<String, Instant> seen, Span span, Render render) {
    var latencies = watch.latencies();
    var sum = latencies.values().stream().reduce(Duration.ZERO, Duration::plus);
    var clips =
        seen.entrySet().stream()
            .filter(step -> step.getKey().startsWith("clip"))
            .map(Map.Entry::getValue)
            .max(Instant::compareTo)
            .orElseThrow();
    var before =
        seen.entrySet().stream()
            .filter(s -> s.getKey().startsWith("script") || s.getKey().startsWith("image"))
            .map(Map.Entry::getValue)
            .max(Instant::compareTo)
            .orElse(span.from());
    out.printf("clips %d, vendor %s%n", latencies.size(), latencies.values());
    out.printf("video %s, cost %s%n", render.duration(), render.cost());
    out.printf("wall %s, sum of clip latencies %s%n", between(span.from(), span.to()), sum);
    out.printf(
        "script and character %s, clips %s (%.3f of the sum)%n",
        between(span.from(), before),
        between(before, clips),
        (double) between(before, clips).toMillis() / sum.toMillis());
    out.printf(
        "last clip ready at the vendor to finished file %s, collected to finished file %s%n",
        between(watch.last(), span.to()), between(clips, span.to()));
  }

  private static Duration between(Instant from, Instant to) {
    return Duration.between(from, to);
  }
}
