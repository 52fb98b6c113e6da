package io.vidgen.ffmpeg.internal.work;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.compile.AudioCompiler;
import io.vidgen.ffmpeg.internal.compile.MediaInput;
import io.vidgen.ffmpeg.internal.probe.MediaProbe;
import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import io.vidgen.ffmpeg.internal.run.Invocation;
import io.vidgen.ffmpeg.internal.run.Watch;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.AudioResult;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the sound out of a file. */
public final class AudioWork {
  private static final String WAV = "speech.wav";
  private static final String MP4 = "sound.m4a";
  private static final String FIRST = "first.txt";

  /**
   * The two lines of libavformat's framecrc that matter: time base, and dts and pts of a packet.
   */
  private static final Pattern CLOCK = Pattern.compile("(?m)^#tb 0: (\\d+)/(\\d+)");

  private static final Pattern TIME = Pattern.compile("(?m)^0, +-?\\d+, +(-?\\d+),");

  /** What players expect in an MP4. */
  private static final Set<String> KEPT = Set.of("aac", "mp3");

  /** Later than this after the picture, a copy would be heard early in the finished file. */
  private static final Duration LATE = Duration.ofMillis(10);

  private final Ffmpeg ffmpeg;

  /** A worker. */
  public AudioWork(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Takes it. */
  public AudioResult run(AudioRequest request, CallContext context)
      throws IOException, InterruptedException {
    var source = context.file(request.source());
    var report = MediaProbe.of(ffmpeg, source);
    var sound = report.info().audio();
    if (sound == null) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST, source + " has no sound", "give a file with sound");
    }
    var input = MediaInput.of(source);
    var run = new Run(context, report.info().duration().toNanos() / 1000);
    if (request.form() == AudioRequest.Form.SPEECH) {
      var speech = AudioCompiler.speech(input, request.from(), request.length(), WAV);
      return run.made(speech, WAV, "audio/wav");
    }
    if (request.form() == AudioRequest.Form.STRETCH) {
      var cut = AudioCompiler.stretch(input, request.from(), request.length(), MP4);
      return run.made(cut, MP4, "audio/mp4");
    }
    boolean copied = KEPT.contains(sound.codec()) && run.delay(input).compareTo(LATE) <= 0;
    var arguments = copied ? AudioCompiler.copy(input, MP4) : AudioCompiler.encode(input, MP4);
    return run.made(arguments, MP4, "audio/mp4");
  }

  private final class Run {
    private final CallContext context;
    private final long micros;

    Run(CallContext context, long micros) {
      this.context = context;
      this.micros = micros;
    }

    Path output(List<String> arguments, String name) throws IOException, InterruptedException {
      var directory = context.workDirectory();
      ffmpeg.run(
          new Invocation("audio", arguments, directory, micros, line -> false), Watch.of(context));
      return directory.resolve(name);
    }

    /** How much later than the file the sound begins. */
    Duration delay(MediaInput input) throws IOException, InterruptedException {
      var packets = Files.readString(output(AudioCompiler.begin(input, FIRST), FIRST));
      var clock = CLOCK.matcher(packets);
      var time = TIME.matcher(packets);
      if (!clock.find() || !time.find()) {
        return Duration.ZERO;
      }
      double tick = Double.parseDouble(clock.group(1)) / Double.parseDouble(clock.group(2));
      return Duration.ofMillis(Math.round(Long.parseLong(time.group(1)) * tick * 1000));
    }

    AudioResult made(List<String> arguments, String name, String type)
        throws IOException, InterruptedException {
      var file = output(arguments, name);
      var length = MediaProbe.of(ffmpeg, file).info().duration();
      return new AudioResult(context.store(file, type), length);
    }
  }
}
