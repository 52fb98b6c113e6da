package io.vidgen.offline.internal.picture;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Work;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures drawn in the JVM. */
public final class StoryboardImageProvider implements ImageProvider {
  /** Name of the provider. */
  public static final String ID = "storyboard";

  private static final Logger LOG = LoggerFactory.getLogger(StoryboardImageProvider.class);

  private final Storyboard storyboard = new Storyboard();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String model() {
    return "storyboard-1";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder()
        .addFeatures(Capabilities.Feature.REFERENCES, Capabilities.Feature.LOCAL)
        .quality(20)
        .build();
  }

  @Override
  public Duration expectedTime(ImageRequest request) {
    return Duration.ofMillis(
        50 + (long) request.format().width() * request.format().height() / 4000);
  }

  @Override
  public Work<ImageRequest, ImageResult> work() {
    return (QuickWork<ImageRequest, ImageResult>) this::call;
  }

  private ImageResult call(ImageRequest request, CallContext context)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    VideoFormat format = request.format();
    BufferedImage portrait = null;
    if (!request.references().isEmpty()) {
      Path given = context.file(request.references().get(0));
      int wide = (int) (format.width() * 0.78);
      int high = (int) (format.height() * 0.5);
      portrait = Reference.read(given, wide, high);
    }
    long seed = (request.seed() == null ? 0 : request.seed()) * 31 + request.take();
    Path file = context.workDirectory().resolve("picture.png");
    storyboard.draw(
        new Storyboard.Order(request.prompt(), request.style(), format, seed),
        portrait,
        file,
        fraction -> goOn(context, fraction));
    LOG.debug("drew {} in {} ms", format, (System.nanoTime() - start) / 1_000_000);
    return new ImageResult(context.store(file, "image/png"));
  }

  private static void goOn(CallContext context, double fraction) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("drawing was interrupted");
    }
    if (context.cancelled()) {
      throw VidgenException.of(FailureKind.CANCELLED, "drawing was cancelled", "");
    }
    Duration left = context.timeLeft();
    if (left.isZero() || left.isNegative()) {
      throw VidgenException.of(FailureKind.TIMEOUT, "drawing took too long", "allow more time");
    }
    context.progress(fraction);
  }
}
