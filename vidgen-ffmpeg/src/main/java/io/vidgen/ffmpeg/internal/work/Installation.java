package io.vidgen.ffmpeg.internal.work;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.ffmpeg.internal.find.FfmpegLocator;
import io.vidgen.ffmpeg.internal.find.Located;
import io.vidgen.ffmpeg.internal.find.Toolbox;
import io.vidgen.ffmpeg.internal.font.FontBook;
import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import java.io.IOException;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ffmpeg that has everything, and the fonts for it.
 *
 * @param ffmpeg the program, set up to use the fonts
 * @param located where it is from
 * @param toolbox what it can do
 * @param fonts the fonts
 */
public record Installation(Ffmpeg ffmpeg, Located located, Toolbox toolbox, FontBook fonts) {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  /**
   * Takes the first ffmpeg that works and lacks nothing.
   *
   * @throws VidgenException that says what is wrong with each of them, if there is none
   */
  public static Installation find(FfmpegLocator locator, FfmpegOptions options)
      throws IOException, InterruptedException {
    var fonts = FontBook.open(options.cacheFolder(), options.fontFolders());
    var refused = new ArrayList<String>();
    VidgenException broken = null;
    for (var candidate : locator.candidates()) {
      var located = candidate.locate();
      var ffmpeg = new Ffmpeg(located.executable(), fonts.environment(), options.stallLimit());
      try {
        var toolbox = Toolbox.of(ffmpeg);
        if (toolbox.missing().isEmpty()) {
          LOG.debug("using ffmpeg {}, {}", toolbox.version(), located.origin());
          return new Installation(ffmpeg, located, toolbox, fonts);
        }
        refused.add(lacking(toolbox, located));
      } catch (VidgenException e) {
        if (located.chosen() || e.kind() == FailureKind.CANCELLED) {
          throw e;
        }
        LOG.debug("ffmpeg, {}, does not work", located.origin(), e);
        refused.add("ffmpeg, " + located.origin() + ", does not work: " + e.failure().message());
        broken = e;
      }
    }
    var failure = Failure.of(FailureKind.LOCAL, String.join("; ", refused), FfmpegLocator.REMEDY);
    throw new VidgenException(failure, broken);
  }

  private static String lacking(Toolbox toolbox, Located located) {
    return "ffmpeg "
        + toolbox.version()
        + ", "
        + located.origin()
        + ", lacks "
        + String.join(", ", toolbox.missing());
  }

  /** One line for a person. */
  public String describe() {
    return "ffmpeg " + toolbox.version() + ", " + located.origin();
  }
}
