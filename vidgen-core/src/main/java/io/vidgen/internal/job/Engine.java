package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderListener;
import io.vidgen.internal.engine.Archive;
import io.vidgen.internal.engine.Attention;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.internal.engine.Notes;
import io.vidgen.internal.engine.StepRunner;
import io.vidgen.internal.job.RenderDesk.Order;
import io.vidgen.internal.project.History;
import io.vidgen.internal.routing.Router;
import io.vidgen.internal.video.KeptFiles;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Deliverables;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.RenderSetJob;
import io.vidgen.job.Resolution;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Spending;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.routing.Health;
import io.vidgen.storage.CharacterStore;
import io.vidgen.storage.VideoStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What is behind the front door: checks, plans and jobs over one ledger and one set of pools. */
public final class Engine implements AutoCloseable {
  private final EngineConfig config;
  private final Lanes lanes;
  private final StepRunner runner;
  private final Attention attention;
  private final CharacterDesk desk;
  private final Drawings drawings;
  private final RenderDesk renders;
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
    this.lanes = new Lanes(config.parallelism(), config.scheduler());
    var archive = new Archive(config.ledger());
    this.runner = new StepRunner(archive, lanes, config.clock(), config.router());
    var tools =
        new Toolbox(
            workshop.scripts(),
            workshop.speech(),
            workshop.images(),
            workshop.videos(),
            workshop.avatars(),
            workshop.lipSyncs(),
            workshop.transcriptions(),
            workshop.composer(),
            archive,
            new Router(archive, config.router(), runner),
            config.clock());
    this.attention = new Attention(config.ledger(), runner, config.clock());
    var budgeting =
        new Budgeting(archive, config.budget(), workshop, config.clock(), config.parallelism());
    this.desk = new CharacterDesk(config.characters(), config.ledger().artifacts());
    var history = new History(new Notes(archive, config.clock()));
    var planning = new Planning(tools, desk, budgeting, history);
    this.drawings = new Drawings(tools, desk, runner, lanes, budgeting, config.listeners());
    var publisher =
        new Publisher(
            config.ledger().artifacts(),
            config.storage(),
            config.life(),
            workshop.composer().notices(),
            config.clock());
    this.renders =
        new RenderDesk(tools, desk, budgeting, planning, history, runner, lanes, publisher);
  }

  /**
   * Finds everything that is wrong with a request.
   *
   * @param request what to make
   * @param options for whom, and what it may cost
   * @return errors and warnings
   */
  public List<Problem> check(VideoRequest request, RenderOptions options) {
    checkOpen();
    return renders.check(new OneVideo(request), options);
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
    return renders.plan(new OneVideo(request), options);
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
    var job =
        renders.job(new OneVideo(request), new Order(id, options, warnings, events(listeners)));
    begin(job);
    return job;
  }

  private EventSink events(List<RenderListener> listeners) {
    var all = new ArrayList<>(config.listeners());
    all.addAll(listeners);
    return new EventSink(all);
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
   * @param options for whom, and what it may cost
   * @return errors and warnings
   */
  public List<Problem> check(Deliverables set, RenderOptions options) {
    checkOpen();
    return renders.check(new SeveralVideos(set), options);
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
    return renders.plan(new SeveralVideos(set), options);
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
    var job =
        renders.job(new SeveralVideos(set), new Order(id, options, warnings, events(listeners)));
    begin(job);
    return job;
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
    return KeptFiles.keep(file, mediaType, config.ledger().artifacts());
  }

  /**
   * Who draws characters.
   *
   * @return plans and draws
   */
  public Drawings drawings() {
    checkOpen();
    return drawings;
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
   * What was spent and what is left.
   *
   * @return what the ledger says of the pipeline's budget
   */
  public Spending spending() {
    return Spending.of(config.ledger(), config.budget(), config.clock().instant());
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
   * How providers serve.
   *
   * @return by kind and provider
   */
  public List<Health> health() {
    return runner.health();
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
    runner.gates().retire();
    lanes.close();
    runner.gates().close();
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
