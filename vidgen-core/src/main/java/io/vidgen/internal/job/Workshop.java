package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.discovery.Choice;
import io.vidgen.internal.discovery.Selector;
import io.vidgen.internal.discovery.Settings;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.ProviderKind;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import io.vidgen.spi.VideoComposer;
import io.vidgen.spi.VideoComposerFactory;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The providers of a pipeline.
 *
 * @param speech voices
 * @param images picture makers
 * @param composers who puts everything together; exactly one counts, the first
 */
public record Workshop(
    Candidates<SpeechProvider> speech,
    Candidates<ImageProvider> images,
    Candidates<VideoComposer> composers) {

  /**
   * Finds and chooses providers.
   *
   * @param options settings of the builder
   * @param speech what it said about voices
   * @param images what it said about picture makers
   * @param composer what it said about the composer
   * @param problems takes everything that is wrong
   * @return the providers; of use only when there was no problem
   */
  public static Workshop open(
      Map<String, String> options,
      Choice<SpeechProvider> speech,
      Choice<ImageProvider> images,
      Choice<VideoComposer> composer,
      Consumer<Problem> problems) {
    var settings = new Settings(options);
    var voices =
        new Selector<>(
                ProviderKind.SPEECH,
                SpeechProvider::id,
                ServiceLoader.load(SpeechProviderFactory.class))
            .select(speech, settings, problems);
    var pictures =
        new Selector<>(
                ProviderKind.IMAGE,
                ImageProvider::id,
                ServiceLoader.load(ImageProviderFactory.class))
            .select(images, settings, problems);
    var composers =
        new Selector<>(
                ProviderKind.COMPOSER,
                VideoComposer::id,
                ServiceLoader.load(VideoComposerFactory.class))
            .select(composer, settings, problems);
    if (composers.providers().isEmpty() && composer.ids().isEmpty()) {
      problems.accept(
          Problem.error(
              "composer",
              "nothing can put a video together; " + composers.unusable(),
              "add io.vidgen:vidgen-ffmpeg-bundled (brings ffmpeg, GPL-3.0), or io.vidgen:vidgen-ffmpeg "
                  + "and an installed ffmpeg"));
    }
    return new Workshop(voices, pictures, composers);
  }

  /**
   * Who puts everything together.
   *
   * @return the composer
   */
  public VideoComposer composer() {
    return composers.providers().get(0).provider();
  }
}
