package io.vidgen.ffmpeg;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.find.BundledBinary;
import io.vidgen.ffmpeg.internal.find.FfmpegLocator;
import io.vidgen.ffmpeg.internal.font.FontBook;
import io.vidgen.ffmpeg.internal.font.GlyphCoverage;
import io.vidgen.ffmpeg.internal.probe.MediaProbe;
import io.vidgen.ffmpeg.internal.work.AudioWork;
import io.vidgen.ffmpeg.internal.work.FinishWork;
import io.vidgen.ffmpeg.internal.work.InspectWork;
import io.vidgen.ffmpeg.internal.work.Installation;
import io.vidgen.ffmpeg.internal.work.MixWork;
import io.vidgen.ffmpeg.internal.work.PosterWork;
import io.vidgen.ffmpeg.internal.work.SegmentWork;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.AudioResult;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.FinishRequest;
import io.vidgen.spi.FinishResult;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.MixResult;
import io.vidgen.spi.PosterRequest;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SegmentResult;
import io.vidgen.spi.VideoComposer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Composes videos with ffmpeg 4.4 or newer; needs no ffprobe. Safe for use by several threads. The
 * program is looked for, checked and, if it is a bundled one, unpacked at the first use.
 */
public final class FfmpegComposer implements VideoComposer {
  static final String ID = "ffmpeg";

  /** To be raised whenever the same request would make another file. */
  private static final int RECIPE = 2;

  private static final int MOST_THREADS = 8;

  private final FfmpegOptions options;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Installation installation;
  private volatile @Nullable GlyphCoverage coverage;

  private FfmpegComposer(FfmpegOptions options) {
    this.options = options;
  }

  /**
   * Makes a composer; starts and reads nothing.
   *
   * @param options choices
   * @return the composer
   */
  public static FfmpegComposer create(FfmpegOptions options) {
    return new FfmpegComposer(options);
  }

  static FfmpegLocator locator(FfmpegOptions options) {
    return new FfmpegLocator(
        options.ffmpeg().orElse(null),
        Objects.requireNonNullElse(System.getenv("PATH"), ""),
        BundledBinary.find(loader()),
        options.cacheFolder());
  }

  private static ClassLoader loader() {
    var own = FfmpegComposer.class.getClassLoader();
    return own == null ? ClassLoader.getSystemClassLoader() : own;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    var found = installed();
    return String.format(
        Locale.ROOT,
        "recipe %d, ffmpeg %s %s, fonts %s",
        RECIPE,
        found.toolbox().version(),
        found.toolbox().build(),
        found.fonts().digest());
  }

  /**
   * Says which ffmpeg is in use.
   *
   * @return version and origin, such as {@code ffmpeg 4.4.1-static, from
   *     jave-nativebin-linux64-3.5.0.jar}
   * @throws VidgenException if there is none that can be used
   */
  public String describe() {
    return installed().describe();
  }

  /**
   * The ffmpeg in use.
   *
   * @return the program
   * @throws VidgenException if there is none that can be used
   */
  public Path program() {
    return installed().located().executable();
  }

  /**
   * The fontconfig file with which captions are drawn, for a comparison with ffmpeg on its own: the
   * value for {@code FONTCONFIG_FILE}.
   *
   * @return the file
   * @throws VidgenException if it cannot be made
   */
  public Path fontconfig() {
    return installed().fonts().configuration();
  }

  @Override
  public List<String> notices() {
    return FontBook.NOTICES;
  }

  @Override
  public List<Problem> checkGlyphs(String text, String field) {
    var known = coverage;
    if (known == null) {
      known = GlyphCoverage.of(installed().fonts().files());
      coverage = known;
    }
    return known.check(text, field);
  }

  @Override
  public MediaInfo probe(Path file) throws IOException, InterruptedException {
    return MediaProbe.of(installed().ffmpeg(), file).info();
  }

  /**
   * Reads and watches a whole file: streams, length, index, black, frozen and silent stretches,
   * loudness. Takes a few seconds for each minute of video.
   *
   * @param file a video
   * @return what was found
   * @throws IOException if it cannot be read
   * @throws InterruptedException if the thread was interrupted
   * @throws VidgenException if it is no media file or cannot be decoded
   */
  public QualityReport inspect(Path file) throws IOException, InterruptedException {
    return new InspectWork(installed().ffmpeg()).run(file);
  }

  @Override
  public SegmentResult segment(SegmentRequest request, CallContext context)
      throws IOException, InterruptedException {
    return new SegmentWork(installed().ffmpeg(), threads()).run(request, context);
  }

  @Override
  public MixResult mix(MixRequest request, CallContext context)
      throws IOException, InterruptedException {
    return new MixWork(installed().ffmpeg()).run(request, context);
  }

  @Override
  public AudioResult audio(AudioRequest request, CallContext context)
      throws IOException, InterruptedException {
    return new AudioWork(installed().ffmpeg()).run(request, context);
  }

  @Override
  public FinishResult finish(FinishRequest request, CallContext context)
      throws IOException, InterruptedException {
    return new FinishWork(installed().ffmpeg()).run(request, context);
  }

  @Override
  public ImageResult poster(PosterRequest request, CallContext context)
      throws IOException, InterruptedException {
    return new PosterWork(installed().ffmpeg()).run(request, context);
  }

  /**
   * x264's own choice, one and a half times the cores, costs 6 % more when segments run at once.
   */
  private int threads() {
    return options.threads() > 0
        ? options.threads()
        : Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private Installation installed() {
    var found = installation;
    if (found != null) {
      return found;
    }
    try {
      lock.lockInterruptibly();
      try {
        found = installation;
        if (found == null) {
          found = Installation.find(locator(options), options);
          installation = found;
        }
        return found;
      } finally {
        lock.unlock();
      }
    } catch (IOException e) {
      var message = "ffmpeg or its fonts cannot be unpacked: " + e.getMessage();
      var remedy = "make " + options.cacheFolder() + " writable, or set vidgen.cache";
      throw new VidgenException(Failure.of(FailureKind.LOCAL, message, remedy), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VidgenException(
          Failure.of(FailureKind.CANCELLED, "interrupted while looking for ffmpeg", ""), e);
    }
  }
}
