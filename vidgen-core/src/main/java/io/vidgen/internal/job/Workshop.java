package io.vidgen.internal.job;

import static io.vidgen.spi.ProviderKind.COMPOSER;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.discovery.Choices;
import io.vidgen.internal.discovery.Settings;
import io.vidgen.money.Budget;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.VideoComposer;
import io.vidgen.spi.VideoProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
 * @param there ids of all providers that are there, also of those that cannot be used or were not
 *     chosen
 */
public record Workshop(
    Candidates<ScriptProvider> scripts,
    Candidates<SpeechProvider> speech,
    Candidates<ImageProvider> images,
    Candidates<VideoProvider> videos,
    Candidates<AvatarProvider> avatars,
    Candidates<LipSyncProvider> lipSyncs,
    Candidates<TranscriptionProvider> transcriptions,
    Candidates<VideoComposer> composers,
    Set<String> there) {
  private static final Set<String> GOOGLE =
      Budget.googleTier1().limits().stream()
          .flatMap(limit -> limit.providers().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Copies the set. */
  public Workshop {
    there = Set.copyOf(there);
  }

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
            composers,
            kinds.there());
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
   * Checks that the providers of limits are there: a limit of one that nobody is would limit
   * nothing. Those of Google's limits may be away, since their ids are not the user's.
   *
   * @param budget limits
   * @return an error for each limit with ids of nobody
   */
  public List<Problem> check(Budget budget) {
    var problems = new ArrayList<Problem>();
    for (var limit : budget.limits()) {
      var strangers = new TreeSet<>(limit.providers());
      strangers.removeAll(there);
      strangers.removeAll(GOOGLE);
      if (!strangers.isEmpty()) {
        problems.add(
            Problem.error(
                "budget",
                limit.describe()
                    + " names "
                    + String.join(", ", strangers)
                    + ", and no such provider is there; there are "
                    + new TreeSet<>(there),
                "correct the id, or add the jar that brings the provider"));
      }
    }
    return problems;
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
