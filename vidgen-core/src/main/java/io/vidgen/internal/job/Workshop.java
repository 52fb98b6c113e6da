package io.vidgen.internal.job;

import static io.vidgen.spi.ProviderKind.AVATAR;
import static io.vidgen.spi.ProviderKind.COMPOSER;
import static io.vidgen.spi.ProviderKind.IMAGE;
import static io.vidgen.spi.ProviderKind.LIP_SYNC;
import static io.vidgen.spi.ProviderKind.SCRIPT;
import static io.vidgen.spi.ProviderKind.SPEECH;
import static io.vidgen.spi.ProviderKind.TRANSCRIPTION;
import static io.vidgen.spi.ProviderKind.VIDEO;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.discovery.Choices;
import io.vidgen.internal.discovery.Selector;
import io.vidgen.internal.discovery.Settings;
import io.vidgen.money.Budget;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.AvatarProviderFactory;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.ImageProviderFactory;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncProviderFactory;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.ProviderKind;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptProviderFactory;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionProviderFactory;
import io.vidgen.spi.VideoComposer;
import io.vidgen.spi.VideoComposerFactory;
import io.vidgen.spi.VideoProvider;
import io.vidgen.spi.VideoProviderFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
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
    var cards = prices.cards(options, problems);
    var counter = new Counter(choices, new Settings(options, cards), problems);
    var composers =
        counter.select(COMPOSER, VideoComposer::id, ServiceLoader.load(VideoComposerFactory.class));
    checkComposer(composers, choices, problems);
    var workshop =
        new Workshop(
            counter.providers(SCRIPT, ServiceLoader.load(ScriptProviderFactory.class)),
            counter.providers(SPEECH, ServiceLoader.load(SpeechProviderFactory.class)),
            counter.providers(IMAGE, ServiceLoader.load(ImageProviderFactory.class)),
            counter.providers(VIDEO, ServiceLoader.load(VideoProviderFactory.class)),
            counter.providers(AVATAR, ServiceLoader.load(AvatarProviderFactory.class)),
            counter.providers(LIP_SYNC, ServiceLoader.load(LipSyncProviderFactory.class)),
            counter.providers(
                TRANSCRIPTION, ServiceLoader.load(TranscriptionProviderFactory.class)),
            composers,
            counter.there);
    prices.check(cards, counter.made, counter.given, problems);
    return workshop;
  }

  /** Where every kind is chosen in the same way. */
  private static final class Counter {
    private final Choices choices;
    private final Settings settings;
    private final Consumer<Problem> problems;
    private final Set<String> made = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> there = new HashSet<>();

    Counter(Choices choices, Settings settings, Consumer<Problem> problems) {
      this.choices = choices;
      this.settings = settings;
      this.problems = problems;
    }

    <P extends Provider<?, ?>, F extends ProviderFactory<P>> Candidates<P> providers(
        ProviderKind kind, ServiceLoader<F> loader) {
      return select(kind, Provider::id, loader);
    }

    <P, F extends ProviderFactory<P>> Candidates<P> select(
        ProviderKind kind, Function<P, String> idOf, ServiceLoader<F> loader) {
      var selector = new Selector<P, F>(kind, idOf, loader);
      var chosen = selector.select(choices, settings, problems);
      there.addAll(selector.ids());
      there.addAll(chosen.ids());
      if (choices.gives(kind)) {
        given.addAll(chosen.ids());
      } else {
        made.addAll(selector.ids());
      }
      return chosen;
    }
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
