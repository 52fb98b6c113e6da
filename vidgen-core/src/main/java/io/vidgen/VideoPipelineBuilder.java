package io.vidgen;

import static java.util.Objects.requireNonNull;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderListener;
import io.vidgen.internal.job.BudgetSetting;
import io.vidgen.internal.job.OutputFile;
import io.vidgen.internal.job.PriceBook;
import io.vidgen.internal.job.Workshop;
import io.vidgen.job.NarratedBuilder;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.model.Script;
import io.vidgen.money.Budget;
import io.vidgen.money.PriceCard;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.Scheduler;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.VideoStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records choices for a {@link VideoPipeline}; a contradiction fails at the line that makes it. */
public final class VideoPipelineBuilder extends ProviderChoices<VideoPipelineBuilder> {
  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<RenderListener> listeners = new ArrayList<>();
  private final Premises premises = new Premises();
  private final PriceBook prices = new PriceBook();
  private @Nullable VideoRouter router;
  private Budget budget = Budget.UNLIMITED;
  private @Nullable Script script;
  private UnaryOperator<NarratedBuilder> narration = UnaryOperator.identity();
  private Duration life = VideoStorage.DEFAULT_LIFE;
  private int parallelism = Runtime.getRuntime().availableProcessors();
  private InstantSource clock = InstantSource.system();
  private @Nullable Scheduler scheduler;

  VideoPipelineBuilder() {}

  @Override
  VideoPipelineBuilder self() {
    return this;
  }

  /**
   * Keeps ledger, finished videos and characters in a directory, so that nothing is done or paid
   * twice, also after a crash. One process at a time may use it.
   *
   * @param directory made when it is not there
   * @return this
   * @throws IllegalStateException if a ledger or storage was given
   */
  public VideoPipelineBuilder directory(Path directory) {
    premises.directory(directory);
    return this;
  }

  /**
   * Uses a ledger; it stays open when the pipeline is closed.
   *
   * @param ledger the truth about steps and money; default in memory
   * @return this
   * @throws IllegalStateException if a directory was given
   */
  public VideoPipelineBuilder ledger(Ledger ledger) {
    premises.ledger(ledger);
    return this;
  }

  /**
   * Uses a storage; it stays open when the pipeline is closed.
   *
   * @param storage where finished videos go; default in memory
   * @return this
   * @throws IllegalStateException if a directory was given
   */
  public VideoPipelineBuilder storage(VideoStorage storage) {
    premises.storage(storage);
    return this;
  }

  /**
   * Uses a store of characters; it stays open when the pipeline is closed. Several pipelines may
   * share one.
   *
   * @param store where characters are kept; default {@code characters} in the directory, or in
   *     memory without one
   * @return this
   */
  public VideoPipelineBuilder characters(CharacterStore store) {
    premises.characters(store);
    return this;
  }

  /**
   * Chooses how providers are chosen; wins over the setting {@code vidgen.router}, which names an
   * order: {@code listed}, {@code cheapest}, {@code fastest} or {@code best-quality}.
   *
   * @param router default what the setting says, or else {@link VideoRouter#listed()}. A provider
   *     that it names and that is not there is an error of {@link #build}
   * @return this
   */
  public VideoPipelineBuilder router(VideoRouter router) {
    this.router = requireNonNull(router, "router");
    return this;
  }

  /**
   * Limits what renders may spend, beside what each render's own options allow, and beside the
   * setting {@code vidgen.budget}: the US dollars that each render may cost.
   *
   * @param budget default no limit. Limits of some providers name those that are there, by id; a
   *     stranger among them is an error of {@link #build}
   * @return this
   */
  public VideoPipelineBuilder budget(Budget budget) {
    this.budget = requireNonNull(budget, "budget");
    return this;
  }

  /**
   * Gives the prices of a provider, in place of those that come with it. They win over files of
   * prices, and the provider's own settings for prices, such as {@code vidgen.veo.usd-per-second},
   * over them. A provider that you give yourself keeps its own: give them to its options.
   *
   * @param provider its id, such as {@code veo}
   * @param card what it charges
   * @return this
   * @throws IllegalArgumentException if the card has no rate
   */
  public VideoPipelineBuilder prices(String provider, PriceCard card) {
    prices.add(provider, card);
    return this;
  }

  /**
   * Reads prices of providers from a file when the pipeline is built; see {@link
   * io.vidgen.spi.PriceCards} for its form, and for the words that are refused. Of several files
   * the last one that has a provider wins; all of them win over the file that {@code vidgen.prices}
   * (or {@code VIDGEN_PRICES}) names.
   *
   * @param file cards of one provider or several
   * @return this
   */
  public VideoPipelineBuilder prices(Path file) {
    prices.add(file);
    return this;
  }

  /**
   * Sets a setting of a provider; wins over system property and environment variable. {@link
   * #build} refuses a name that begins with {@code vidgen} and that nobody reads, and says which
   * may be meant; see {@link io.vidgen.spi.ProviderFactory#settings}.
   *
   * @param name such as {@code vidgen.ffmpeg}, or {@code VIDGEN_FFMPEG}
   * @param value its value
   * @return this
   */
  public VideoPipelineBuilder option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /**
   * Adds a listener for all jobs.
   *
   * @param listener hears what happens
   * @return this
   */
  public VideoPipelineBuilder addListener(RenderListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Sets how long finished videos are kept.
   *
   * @param life more than zero; default 24 h
   * @return this
   * @throws IllegalArgumentException if it is not
   */
  public VideoPipelineBuilder life(Duration life) {
    this.life = Premises.Habits.checkLife(life);
    return this;
  }

  /**
   * Sets how many steps use this machine's processors at once.
   *
   * @param steps 1 to 256; default the number of processors
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public VideoPipelineBuilder parallelism(int steps) {
    this.parallelism = Premises.Habits.checkParallelism(steps);
    return this;
  }

  /**
   * Uses another clock, as tests do.
   *
   * @param clock what time it is
   * @return this
   */
  public VideoPipelineBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Uses another timer, which stays open when the pipeline is closed.
   *
   * @param scheduler runs things later; default a timer of the pipeline's own
   * @return this
   */
  public VideoPipelineBuilder scheduler(Scheduler scheduler) {
    this.scheduler = scheduler;
    return this;
  }

  /**
   * Gives the script for {@link #render(Path)}.
   *
   * @param script what is told
   * @return this
   */
  public VideoPipelineBuilder script(Script script) {
    this.script = script;
    return this;
  }

  /**
   * Reads the script for {@link #render(Path)}: plain text, scene blocks or JSON.
   *
   * @param file the script
   * @return this
   * @throws VidgenException if it cannot be read; with line and column
   */
  public VideoPipelineBuilder script(Path file) {
    return script(ScriptFile.read(file));
  }

  /**
   * Changes the request that {@link #render(Path)} makes of the script.
   *
   * @param change sets format, captions, music and so on
   * @return this
   */
  public VideoPipelineBuilder narrated(UnaryOperator<NarratedBuilder> change) {
    this.narration = change;
    return this;
  }

  /**
   * Builds a pipeline, renders the script, copies the video to a file and closes the pipeline.
   *
   * @param out where the MP4 goes; replaced when it is there
   * @return the render; without a directory or storage of your own its other files are gone
   * @throws VidgenException if something is wrong or failed
   * @throws IllegalStateException if no script was given
   */
  public Render render(Path out) {
    if (script == null) {
      throw new IllegalStateException("render(" + out + ") needs script(...) before it");
    }
    var request = narration.apply(VideoRequest.narrated(script)).build();
    OutputFile.check(out);
    try (var pipeline = build()) {
      var render = pipeline.render(request);
      OutputFile.copy(render.video(), out);
      return render;
    }
  }

  /**
   * Finds and chooses providers and opens ledger and storage. Connects to nothing.
   *
   * @return the pipeline
   * @throws VidgenException with everything that is wrong and what to add or set
   */
  public VideoPipeline build() {
    var problems = new ArrayList<Problem>();
    var workshop = Workshop.open(options, choices(), prices, problems::add);
    var policy = router == null ? RouterSetting.read(options, problems::add) : router;
    var limits = budget.and(BudgetSetting.read(options, problems::add));
    RouterNames.check(policy, workshop.there(), problems::add);
    problems.addAll(workshop.check(limits));
    if (!problems.isEmpty()) {
      throw VidgenException.invalid("configuration", problems);
    }
    var habits =
        new Premises.Habits(
            policy, limits, List.copyOf(listeners), life, parallelism, clock, scheduler);
    return new VideoPipeline(premises.engine(workshop, habits));
  }
}
