package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderListener;
import io.vidgen.internal.deliverable.FinishedSet;
import io.vidgen.internal.deliverable.SetProduction;
import io.vidgen.internal.engine.Attention;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Purse;
import io.vidgen.internal.engine.StepRunner;
import io.vidgen.internal.routing.Router;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.JoinedProblems;
import io.vidgen.internal.video.KeptFiles;
import io.vidgen.internal.video.Portrait;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Deliverables;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.RenderSetJob;
import io.vidgen.job.Resolution;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Artifact;
import io.vidgen.model.Character;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Price;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.VideoStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What is behind the front door: checks, plans and jobs over one ledger and one set of pools. */
public final class Engine implements AutoCloseable {
  private final EngineConfig config;
  private final Toolbox tools;
  private final Lanes lanes;
  private final StepRunner runner;
  private final Publisher publisher;
  private final Attention attention;
  private final CharacterDesk desk;
  private final Drawings drawings;
  private final Set<DrivenJob<?, ?>> jobs = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * An engine; starts no thread yet.
   *
   * @param config what it is made of
   */
  public Engine(EngineConfig config) {
    this.config = config;
    var workshop = config.workshop();
    this.tools =
        new Toolbox(
            workshop.scripts(),
            workshop.speech(),
            workshop.images(),
            workshop.videos(),
            workshop.avatars(),
            workshop.lipSyncs(),
            workshop.transcriptions(),
            workshop.composer(),
            config.ledger(),
            new Router(config.ledger(), config.router()),
            config.clock());
    this.lanes = new Lanes(config.parallelism(), config.scheduler());
    this.runner = new StepRunner(config.ledger(), lanes, config.clock());
    this.attention = new Attention(config.ledger(), runner, config.clock());
    this.desk = new CharacterDesk(config.characters(), config.ledger().artifacts());
    this.drawings = new Drawings(tools, desk, runner, lanes, config.listeners());
    this.publisher =
        new Publisher(
            config.ledger().artifacts(),
            config.storage(),
            config.life(),
            workshop.composer().notices(),
            config.clock());
  }

  /**
   * Finds everything that is wrong with a request.
   *
   * @param request what to make
   * @return errors and warnings
   */
  public List<Problem> check(VideoRequest request) {
    checkOpen();
    return JoinedProblems.of(problems(Productions.of(request, tools), request));
  }

  /**
   * Plans.
   *
   * @param request what to make
   * @param options for whom, and what it may cost
   * @return what rendering would do
   */
  public RenderPlan plan(VideoRequest request, RenderOptions options) {
    checkOpen();
    var production = Productions.of(request, tools);
    var problems = problems(production, request);
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
      return new RenderPlan(List.of(), JoinedProblems.of(problems), Price.free(), Duration.ZERO);
    }
    var port = new PlanPort(config.ledger());
    problems.forEach(port::warn);
    var unused = production.flow().evaluate(port);
    var plan = port.plan();
    return new RenderPlan(
        plan.steps(), JoinedProblems.of(plan.problems()), plan.price(), plan.expected());
  }

  private List<Problem> problems(Production production, VideoRequest request) {
    var problems = new ArrayList<>(production.check());
    problems.addAll(desk.check(request));
    return problems;
  }

  /**
   * Begins a job for a request that was found to be in order.
   *
   * @param request what to make
   * @param options for whom, and what it may cost
   * @param warnings what was found that the user should know
   * @param listeners hear about this job, beside those that hear about all
   * @return the job
   */
  public RenderJob submit(
      VideoRequest request,
      RenderOptions options,
      List<Problem> warnings,
      List<RenderListener> listeners) {
    return submit(UUID.randomUUID().toString(), request, options, warnings, listeners);
  }

  /**
   * Begins a job under an id that somebody else chose.
   *
   * @param id id of the job, to be that of the stored video
   * @param request what to make
   * @param options for whom, and what it may cost
   * @param warnings what was found that the user should know
   * @param listeners hear about this job, beside those that hear about all
   * @return the job
   */
  public RenderJob submit(
      String id,
      VideoRequest request,
      RenderOptions options,
      List<Problem> warnings,
      List<RenderListener> listeners) {
    checkOpen();
    var all = new ArrayList<>(config.listeners());
    all.addAll(listeners);
    desk.bringIn(request);
    var events = new EventSink(all);
    var flow = Productions.of(request, tools).flow();
    Flow<FinishedVideo> warned =
        port -> {
          // Whoever renders without a plan hears it too, and the manifest keeps it.
          warnings.forEach(port::warn);
          return flow.evaluate(port);
        };
    var run = new JobRun<>(id, warned, runner, purse(id, options), events);
    var job =
        new VideoJob(
            id,
            run,
            lanes,
            config.clock(),
            video -> publisher.publish(id, video, run.tally()),
            events);
    begin(job);
    return job;
  }

  private void begin(DrivenJob<?, ?> job) {
    jobs.add(job);
    var unused = job.completion().whenComplete((made, error) -> jobs.remove(job));
    job.start();
  }

  /**
   * Finds everything that is wrong with deliverables.
   *
   * @param set what to make
   * @return errors and warnings
   */
  public List<Problem> check(Deliverables set) {
    checkOpen();
    return problems(new SetProduction(set, tools), set);
  }

  private List<Problem> problems(SetProduction production, Deliverables set) {
    var problems = new ArrayList<>(production.check());
    problems.addAll(desk.check(set.request()));
    return JoinedProblems.of(problems);
  }

  /**
   * Plans deliverables.
   *
   * @param set what to make
   * @param options for whom, and what it may cost
   * @return what rendering would do
   */
  public RenderPlan plan(Deliverables set, RenderOptions options) {
    checkOpen();
    var production = new SetProduction(set, tools);
    var problems = problems(production, set);
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
      return new RenderPlan(List.of(), problems, Price.free(), Duration.ZERO);
    }
    var port = new PlanPort(config.ledger());
    problems.forEach(port::warn);
    var unused = production.flow().evaluate(port);
    var plan = port.plan();
    return new RenderPlan(
        plan.steps(), production.joined(plan.problems()), plan.price(), plan.expected());
  }

  /**
   * Begins a job for deliverables that were found to be in order.
   *
   * @param set what to make
   * @param options for whom, and what all of them may cost together
   * @param warnings what was found that the user should know
   * @param listeners hear about this job, beside those that hear about all
   * @return the job
   */
  public RenderSetJob submit(
      Deliverables set,
      RenderOptions options,
      List<Problem> warnings,
      List<RenderListener> listeners) {
    checkOpen();
    var id = UUID.randomUUID().toString();
    var all = new ArrayList<>(config.listeners());
    all.addAll(listeners);
    desk.bringIn(set.request());
    var events = new EventSink(all);
    var flow = new SetProduction(set, tools).flow();
    Flow<FinishedSet> warned =
        port -> {
          warnings.forEach(port::warn);
          return flow.evaluate(port);
        };
    var run = new JobRun<>(id, warned, runner, purse(id, options), events);
    var job =
        new SetJob(
            id,
            run,
            lanes,
            config.clock(),
            made -> publisher.publish(id, made, run.tally()),
            events);
    begin(job);
    return job;
  }

  private Purse purse(String job, RenderOptions options) {
    return new Purse(new Payer(options.owner(), options.project(), job), List.of());
  }

  /**
   * Copies a file into the artifacts.
   *
   * @param file a file
   * @param mediaType its type
   * @return the artifact
   * @throws IOException if it cannot be read or stored
   */
  public Artifact keep(Path file, String mediaType) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is not a file");
    }
    KeptFiles.check(file, mediaType);
    var work = config.ledger().artifacts().newWorkDirectory();
    try {
      var copy = work.resolve("kept");
      Files.copy(file, copy);
      return config.ledger().artifacts().take(copy, mediaType);
    } finally {
      Files.deleteIfExists(work.resolve("kept"));
      Files.deleteIfExists(work);
    }
  }

  /**
   * Plans to draw a character.
   *
   * @param character who is drawn
   * @return what {@link #draw(Character)} would do
   */
  public RenderPlan planDraw(Character character) {
    checkOpen();
    return drawings.plan(character);
  }

  /**
   * Plans to draw a version of a character.
   *
   * @param portrait who is drawn
   * @return what {@link #draw(Portrait)} would do
   */
  public RenderPlan planDraw(Portrait portrait) {
    checkOpen();
    return drawings.plan(portrait);
  }

  /**
   * Draws a character of whom there is no picture, and keeps it.
   *
   * @param character who is drawn
   * @return the character with its pictures
   */
  public Character draw(Character character) {
    checkOpen();
    return drawings.draw(character);
  }

  /**
   * Draws a version of a character, and keeps it.
   *
   * @param portrait who is drawn
   * @return the character with this picture
   */
  public Character draw(Portrait portrait) {
    checkOpen();
    return drawings.draw(portrait);
  }

  /**
   * The characters.
   *
   * @return the store in use
   */
  public CharacterStore characters() {
    return desk.store();
  }

  /**
   * The ledger.
   *
   * @return the ledger in use
   */
  public Ledger ledger() {
    return config.ledger();
  }

  /**
   * The storage.
   *
   * @return the storage in use
   */
  public VideoStorage storage() {
    return config.storage();
  }

  /**
   * Finds the steps whose outcome nobody knows.
   *
   * @return their newest records
   */
  public List<StepRecord> needsAttention() {
    return attention.list();
  }

  /**
   * Ends such a state.
   *
   * @param step the step
   * @param resolution what became of it
   * @return the new record
   */
  public StepRecord resolve(Fingerprint step, Resolution resolution) {
    checkOpen();
    return attention.resolve(step, resolution);
  }

  /**
   * The clock.
   *
   * @return the clock in use
   */
  public InstantSource clock() {
    return config.clock();
  }

  private void checkOpen() {
    if (closed) {
      throw new VidgenException(
          Failure.of(FailureKind.CANCELLED, "the pipeline is closed", "build another one"));
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    jobs.forEach(DrivenJob::cancel);
    drawings.cancel();
    lanes.close();
    jobs.forEach(DrivenJob::abandon);
    drawings.close();
    if (config.ownsCharacters()) {
      config.characters().close();
    }
    if (config.ownsStorage()) {
      config.storage().close();
    }
    if (config.ownsLedger()) {
      config.ledger().close();
    }
  }
}
