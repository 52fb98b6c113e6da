package io.vidgen.internal.job;

import static io.vidgen.spi.ProviderKind.COMPOSER;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.discovery.Choices;
import io.vidgen.internal.discovery.Settings;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.VideoComposer;
import io.vidgen.spi.VideoProvider;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The providers of a pipeline. A kind without any is an error only for a request that needs one.
 *
 * @param scripts who writes scripts
 * @param speech voices
 * @param images picture makers
 * @param videos who makes moving pictures
 * @param avatars who makes faces speak
 * @param lipSyncs who fits lips to a voice
 * @param transcriptions who hears words and their times
 * @param composers who puts everything together; exactly one counts, the first
 */
public record Workshop(
    Candidates<ScriptProvider> scripts,
    Candidates<SpeechProvider> speech,
    Candidates<ImageProvider> images,
    Candidates<VideoProvider> videos,
    Candidates<AvatarProvider> avatars,
    Candidates<LipSyncProvider> lipSyncs,
    Candidates<TranscriptionProvider> transcriptions,
    Candidates<VideoComposer> composers) {

  /**
   * Finds and chooses providers.
   *
   * @param options settings of the builder
   * @param choices what it said about providers
   * @param prices what it said about prices
   * @param problems takes everything that is wrong
   * @return the providers; of use only when there was no problem
   */
  public static Workshop open(
      Map<String, String> options, Choices choices, PriceBook prices, Consumer<Problem> problems) {
    var kinds = new Kinds(choices);
    var settings =
        new Settings(options, prices.cards(options, kinds.made(), kinds.given(), problems));
    var composers = kinds.composers.select(choices, settings, problems);
    checkComposer(composers, choices, problems);
    var workshop =
        new Workshop(
            kinds.scripts.select(choices, settings, problems),
            kinds.speech.select(choices, settings, problems),
            kinds.images.select(choices, settings, problems),
            kinds.videos.select(choices, settings, problems),
            kinds.avatars.select(choices, settings, problems),
            kinds.lipSyncs.select(choices, settings, problems),
            kinds.transcriptions.select(choices, settings, problems),
            composers);
    OptionNames.check(options, settings.asked(), kinds, problems);
    return workshop;
  }

  private static void checkComposer(
      Candidates<VideoComposer> composers, Choices choices, Consumer<Problem> problems) {
    if (composers.providers().isEmpty() && !choices.names(COMPOSER)) {
      problems.accept(
          Problem.error(
              "composer",
              "nothing can put a video together; " + composers.unusable(),
              "add io.vidgen:vidgen-ffmpeg-bundled (brings ffmpeg, GPL-3.0), or io.vidgen:vidgen-ffmpeg "
                  + "and an installed ffmpeg"));
    }
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
