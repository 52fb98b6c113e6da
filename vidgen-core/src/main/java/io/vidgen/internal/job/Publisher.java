package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.codec.Json;
import io.vidgen.internal.deliverable.FinishedSet;
import io.vidgen.internal.engine.JobTally;
import io.vidgen.internal.video.FinishedPoster;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.StoryNote.SceneNote;
import io.vidgen.job.Render;
import io.vidgen.job.RenderSet;
import io.vidgen.ledger.ArtifactStore;
import io.vidgen.model.Artifact;
import io.vidgen.model.Timeline;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.script.ScriptWriter;
import io.vidgen.storage.VideoStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a finished video with everything that belongs to it into the storage, all or nothing. */
public final class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final String STAGE = "store";
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

  private final ArtifactStore artifacts;
  private final VideoStorage storage;
  private final Duration life;
  private final List<String> notices;
  private final InstantSource clock;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  /**
   * A publisher.
   *
   * @param artifacts where the parts are
   * @param storage where the video goes
   * @param life how long it is kept
   * @param notices licences of what is visible in it
   * @param clock what time it is
   */
  public Publisher(
      ArtifactStore artifacts,
      VideoStorage storage,
      Duration life,
      List<String> notices,
      InstantSource clock) {
    this.artifacts = artifacts;
    this.storage = storage;
    this.life = life;
    this.notices = List.copyOf(notices);
    this.clock = clock;
  }

  Render publish(String job, FinishedVideo video, JobTally tally) {
    try {
      return store(job, video, tally);
    } catch (IOException e) {
      throw notStored("video", job, e);
    }
  }

  /** Each of several videos by itself; its id is that of the job with its name. */
  RenderSet publish(String job, FinishedSet set, JobTally tally) {
    var renders = new LinkedHashMap<String, Render>();
    set.parts()
        .forEach(
            (name, part) -> {
              var own = tally.of(name, part.used());
              var id = job + "-" + name;
              renders.put(
                  name,
                  part.made() instanceof FinishedVideo video
                      ? publish(id, video, own)
                      : publish(id, (FinishedPoster) part.made(), own));
            });
    return new RenderSet(job, renders, tally.cost());
  }

  private Render publish(String job, FinishedPoster poster, JobTally tally) {
    try {
      var metadata =
          Map.of(
              "title", poster.about().title(),
              "language", poster.about().language().toLanguageTag(),
              "format", poster.format().toString());
      var files = Map.of(Render.POSTER, file(poster.poster().image()));
      var stored = storage.store(job, files, metadata, life);
      return new Render(
          job,
          stored.files(),
          stored.expiresAt(),
          Duration.ZERO,
          tally.cost(),
          tally.took(),
          tally.redone(),
          tally.reused());
    } catch (IOException e) {
      throw notStored("poster", job, e);
    }
  }

  private static VidgenException notStored(String what, String job, IOException e) {
    return new VidgenException(
        Failure.of(
                FailureKind.LOCAL,
                "the finished " + what + " could not be stored: " + e,
                "check space and permissions of the storage, then render again: nothing is redone")
            .in(new FailureContext(STAGE, null, 0, job, 0)),
        e);
  }

  private Render store(String job, FinishedVideo video, JobTally tally) throws IOException {
    var work = artifacts.newWorkDirectory();
    try {
      var manifest = work.resolve(Render.MANIFEST);
      Files.writeString(manifest, Json.writePretty(manifest(job, video, tally)));
      var files = new LinkedHashMap<String, Path>();
      files.put(Render.VIDEO, file(video.video().video()));
      files.put(Render.POSTER, file(video.poster().image()));
      files.put(Render.ASS, file(video.captions().ass()));
      files.put(Render.SRT, file(video.captions().srt()));
      files.put(Render.VTT, file(video.captions().vtt()));
      files.put(Render.WORDS, file(video.captions().words()));
      files.put(Render.MANIFEST, manifest);
      var script = video.about().script();
      if (script != null) {
        var json = Files.writeString(work.resolve(Render.SCRIPT), ScriptWriter.toJson(script));
        files.put(Render.SCRIPT, json);
      }
      var metadata =
          Map.of(
              "title", video.about().title(),
              "language", video.about().language().toLanguageTag(),
              "duration", video.video().duration().toString(),
              "format", video.timeline().format().toString());
      var stored = storage.store(job, files, metadata, life);
      sweep();
      return new Render(
          job,
          stored.files(),
          stored.expiresAt(),
          video.video().duration(),
          tally.cost(),
          tally.took(),
          tally.redone(),
          tally.reused());
    } finally {
      Files.deleteIfExists(work.resolve(Render.MANIFEST));
      Files.deleteIfExists(work.resolve(Render.SCRIPT));
      Files.deleteIfExists(work);
    }
  }

  /** Deletes what has lived long enough, now and then; a video is not lost over it. */
  private void sweep() {
    var now = clock.instant();
    var last = swept.get();
    if (Duration.between(last, now).compareTo(BETWEEN_SWEEPS) < 0
        || !swept.compareAndSet(last, now)) {
      return;
    }
    try {
      int deleted = storage.deleteExpired(now);
      LOG.debug("{} expired videos deleted", deleted);
    } catch (IOException e) {
      LOG.warn("Expired videos could not be deleted; it is tried again later", e);
    }
  }

  private Manifest manifest(String job, FinishedVideo video, JobTally tally) {
    var steps =
        tally.steps().stream()
            .map(
                s ->
                    new Manifest.DoneStep(
                        s.id(),
                        s.provider(),
                        s.model(),
                        s.fingerprint(),
                        s.reused(),
                        s.took(),
                        s.price().toString(),
                        s.routing()))
            .toList();
    var mix = video.mix();
    var story = video.story();
    return new Manifest(
        3,
        job,
        clock.instant(),
        video.timeline().format().toString(),
        video.timeline().frameRate(),
        video.video().duration(),
        mix == null ? null : mix.loudness(),
        mix == null ? null : mix.truePeak(),
        tally.cost().toString(),
        story == null ? null : story.chaining(),
        story == null ? null : story.drafted(),
        video.about().script(),
        scenes(video.timeline(), story == null ? Map.of() : story.scenes()),
        steps,
        Stream.concat(notices.stream(), video.about().notices().stream()).toList(),
        tally.warnings().stream().map(w -> w.field() + ": " + w.message()).toList());
  }

  /** A scene of several clips is one. */
  private static List<Manifest.ShownScene> scenes(
      Timeline timeline, Map<Integer, SceneNote> notes) {
    var scenes = new ArrayList<Manifest.ShownScene>();
    var clips = timeline.clips();
    long from = 0;
    long frame = 0;
    for (int i = 0; i < clips.size(); i++) {
      frame += clips.get(i).frames();
      if (i + 1 == clips.size() || clips.get(i + 1).scene() != clips.get(i).scene()) {
        var start = Timeline.timeOf(from, timeline.frameRate());
        var end = Timeline.timeOf(frame, timeline.frameRate());
        var sources = sources(timeline.words(), start, end);
        int number = clips.get(i).scene();
        scenes.add(
            new Manifest.ShownScene(number, start, end.minus(start), sources, notes.get(number)));
        from = frame;
      }
    }
    return scenes;
  }

  private static Set<TimingSource> sources(List<WordTiming> words, Duration start, Duration end) {
    var sources = new TreeSet<TimingSource>();
    for (var word : words) {
      if (word.start().compareTo(start) >= 0 && word.start().compareTo(end) < 0) {
        sources.add(word.source());
      }
    }
    return sources;
  }

  private Path file(Artifact artifact) throws IOException {
    return artifacts
        .find(artifact)
        .orElseThrow(() -> new IOException("artifact " + artifact.digest() + " is gone"));
  }
}
