package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request: has the lips moved and believes only a video that is one. */
public final class LipSyncJob {
  private static final Logger LOG = LoggerFactory.getLogger(LipSyncJob.class);
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private final LipSyncer syncer;

  /**
   * A job.
   *
   * @param syncer does the work
   */
  public LipSyncJob(LipSyncer syncer) {
    this.syncer = syncer;
  }

  /**
   * Does it.
   *
   * @param request face and speech
   * @param problems what is wrong with it
   * @param context files, deadline and cancellation
   * @return the video
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  public ClipResult run(LipSyncRequest request, List<Problem> problems, CallContext context)
      throws IOException, InterruptedException {
    var errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw VidgenException.invalid("lip-sync request", errors);
    }
    var file = syncer.sync(FaceFiles.of(request, context), context);
    var video = read(file);
    var length = request.length();
    var duration = video.duration().isZero() && length != null ? length : video.duration();
    if (length != null) {
      compare(duration, length);
    }
    context.progress(1);
    return new ClipResult(context.store(file, "video/mp4"), duration, video.hasSound());
  }

  private static Mp4Summary read(Path file) throws IOException {
    Mp4Summary video;
    try {
      video = Mp4Summary.read(file);
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.PROTOCOL,
              "what came back is no MP4: " + e.getMessage(),
              "look into the log of Wav2Lip; odd frame sizes and a missing ffmpeg end like this"),
          e);
    }
    if (!video.hasPicture()) {
      throw VidgenException.of(
          FailureKind.PROTOCOL,
          "what came back is an MP4 without a picture",
          "look into the log of Wav2Lip");
    }
    return video;
  }

  private static void compare(Duration video, Duration speech) {
    if (video.multipliedBy(2).plus(TOLERANCE).compareTo(speech) < 0) {
      throw VidgenException.of(
          FailureKind.PROTOCOL,
          "the video is " + video.toMillis() + " ms long, the speech " + speech.toMillis(),
          "look into the log of Wav2Lip: it ended before the speech did");
    }
    if (video.minus(speech).abs().compareTo(TOLERANCE) > 0) {
      LOG.warn(
          "the video by Wav2Lip is {} ms long, its speech {}", video.toMillis(), speech.toMillis());
    }
  }
}
