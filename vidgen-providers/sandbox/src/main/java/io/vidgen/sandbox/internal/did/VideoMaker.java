package io.vidgen.sandbox.internal.did;

import io.vidgen.sandbox.internal.media.TalkingHeads;
import io.vidgen.sandbox.internal.media.Voices;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the video of a talk or clip. */
final class VideoMaker {
  static final int WIDTH = 512;
  static final int HEIGHT = 512;

  private static final Logger LOG = LoggerFactory.getLogger(VideoMaker.class);
  private static final long LONGEST_SECONDS = 120;

  private final Studio studio;
  private final Faces faces;

  VideoMaker(Studio studio, Faces faces) {
    this.studio = studio;
    this.faces = faces;
  }

  /** How long the video will be: measured for audio, estimated for text. */
  double seconds(VideoOrder order) {
    return faces.audioSeconds(order).orElse(order.script().estimatedSeconds()) + order.padding();
  }

  CompletableFuture<Path> make(VideoOrder order) {
    var face = faces.picture(order).orElse(null);
    return audio(order)
        .thenApply(wav -> pad(wav, order.padding()))
        .thenCompose(
            wav ->
                studio
                    .heads()
                    .start(new TalkingHeads.Order(face, wav, WIDTH, HEIGHT, order.format())));
  }

  private CompletableFuture<Path> audio(VideoOrder order) {
    var uploaded = faces.audio(order);
    if (uploaded.isPresent()) {
      return CompletableFuture.completedFuture(uploaded.get());
    }
    var script = order.script();
    var text = script.text() == null ? "" : script.text();
    return studio
        .voices()
        .start(new Voices.Order(text, script.language(), script.voice(), script.speed()))
        .thenApply(recording -> recording.wav());
  }

  private Path pad(Path wav, double seconds) {
    if (seconds == 0) {
      return wav;
    }
    try {
      var filter = String.format(Locale.ROOT, "apad=pad_dur=%.3f", seconds);
      return studio.media().convert(wav, List.of("-af", filter), "wav");
    } catch (IOException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  /** Length of a finished job's sound. */
  static double seconds(VideoJob job, Studio studio) {
    try {
      return studio.media().soundLength(job.video().join()).toMillis() / 1000.0;
    } catch (IOException e) {
      LOG.debug("no sound in {}", job.id(), e);
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Waits for a video; how it went is seen in the job. */
  static void await(CompletableFuture<Path> video) {
    try {
      video.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("a video of the sandbox failed", e);
    }
  }
}
