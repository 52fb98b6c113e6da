package io.vidgen.ffmpeg.internal.work;

import io.vidgen.ffmpeg.internal.compile.MediaInput;
import io.vidgen.ffmpeg.internal.compile.MixCompiler;
import io.vidgen.ffmpeg.internal.compile.MixPlan;
import io.vidgen.ffmpeg.internal.compile.SoundPlan;
import io.vidgen.ffmpeg.internal.quality.Loudness;
import io.vidgen.ffmpeg.internal.quality.RenderWarnings;
import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import io.vidgen.ffmpeg.internal.run.Invocation;
import io.vidgen.ffmpeg.internal.run.Watch;
import io.vidgen.model.AudioClip;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.MixResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mixes all sounds: measures them, brings them to even levels, encodes once they are right. */
public final class MixWork {
  private static final String MIX = "mix.wav";
  private static final String OUTPUT = "sound.m4a";

  /** Room for what the encoder adds to a peak. */
  private static final double HEADROOM = 0.8;

  /** Raising noise any further would not make it a sound. */
  private static final double MOST_GAIN = 40;

  private static final double CLOSE_ENOUGH = 0.5;
  private static final int ATTEMPTS = 4;

  private final Ffmpeg ffmpeg;

  /** A worker. */
  public MixWork(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Mixes. */
  public MixResult run(MixRequest request, CallContext context)
      throws IOException, InterruptedException {
    var directory = context.workDirectory();
    var plan = plan(request, context);
    var watch = Watch.of(context);
    Loudness reached;
    if (plan.sounds().isEmpty()) {
      run(MixCompiler.silence(plan.samples(), OUTPUT), directory, plan, watch);
      reached = new Loudness(Loudness.SILENT, Loudness.NO_PEAK);
    } else {
      var levels = levels(plan, directory, watch.part(0, 0.2));
      var mixed =
          Loudness.only(
              run(MixCompiler.mix(plan, levels, MIX), directory, plan, watch.part(0.2, 0.5)));
      reached = encode(request, plan, mixed, directory, watch.part(0.5, 1));
      Files.deleteIfExists(directory.resolve(MIX));
    }
    return new MixResult(
        context.store(directory.resolve(OUTPUT), "audio/mp4"),
        reached.integrated(),
        reached.truePeak());
  }

  private MixCompiler.Levels levels(MixPlan plan, Path directory, Watch watch)
      throws IOException, InterruptedException {
    if (plan.sounds().stream().allMatch(sound -> sound.role() == AudioClip.Role.EFFECT)) {
      return new MixCompiler.Levels(0, Map.of());
    }
    var measured = Loudness.read(run(MixCompiler.measure(plan), directory, plan, watch));
    var music = new HashMap<Integer, Double>();
    for (int i = 0; i < plan.sounds().size(); i++) {
      music.put(i, gain(measured.get("ebur128@music" + i), MixCompiler.MUSIC));
    }
    return new MixCompiler.Levels(gain(measured.get("ebur128@voice"), MixCompiler.VOICE), music);
  }

  private static double gain(@Nullable Loudness measured, double wanted) {
    return measured == null || measured.silent()
        ? 0
        : Math.min(MOST_GAIN, wanted - measured.integrated());
  }

  /** The limiter takes loudness away: what is missing is added before it, and it is run again. */
  private Loudness encode(
      MixRequest request, MixPlan plan, Loudness mixed, Path directory, Watch watch)
      throws IOException, InterruptedException {
    double gain = gain(mixed, request.loudness());
    double ceiling = request.truePeak() - HEADROOM;
    var reached = mixed;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var arguments = MixCompiler.encode(MIX, plan.samples(), gain, ceiling, OUTPUT);
      reached = Loudness.only(run(arguments, directory, plan, watch));
      double missing = request.loudness() - reached.integrated();
      if (reached.silent() || Math.abs(missing) <= CLOSE_ENOUGH || gain >= MOST_GAIN) {
        break;
      }
      gain = Math.min(MOST_GAIN, gain + missing * 1.3);
    }
    return reached;
  }

  private List<String> run(List<String> arguments, Path directory, MixPlan plan, Watch watch)
      throws IOException, InterruptedException {
    long micros = plan.samples() * 1_000_000 / MixPlan.RATE;
    var call =
        new Invocation(
            "mix",
            arguments,
            directory,
            micros,
            line -> Loudness.mentioned(line) || RenderWarnings.mentioned(line));
    var lines = ffmpeg.run(call, watch);
    RenderWarnings.check(lines, "the mix");
    return lines;
  }

  private static MixPlan plan(MixRequest request, CallContext context) throws IOException {
    // 48000 samples a second divide evenly into frames at 24, 25, 30, 48, 50 and 60
    long end = (long) request.frames() * MixPlan.RATE / request.frameRate();
    var sounds = new ArrayList<SoundPlan>();
    for (var sound : request.sounds()) {
      long start = samples(sound.start());
      long length = Math.min(samples(sound.length()), end - start);
      if (length > 0) {
        var input = MediaInput.of(context.file(sound.source()));
        boolean filmed = sound.source().mediaType().startsWith("video/");
        sounds.add(new SoundPlan(input, sound.role(), start, length, sound.gainDb(), filmed));
      }
    }
    long fade = (long) request.fadeOut() * MixPlan.RATE / request.frameRate();
    return new MixPlan(sounds, end, fade);
  }

  /**
   * Times of frames are rounded down to the nanosecond: to the nearest, they meet the grid again.
   */
  private static long samples(Duration time) {
    return Math.round(time.toNanos() * (MixPlan.RATE / 1e9));
  }
}
