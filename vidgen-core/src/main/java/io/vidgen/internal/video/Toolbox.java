package io.vidgen.internal.video;

import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.engine.Archive;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.internal.routing.Router;
import io.vidgen.spi.AvatarProvider;
import io.vidgen.spi.ImageProvider;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.VideoComposer;
import io.vidgen.spi.VideoProvider;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What videos are made with.
 *
 * @param scripts who writes scripts
 * @param speech voices
 * @param images picture makers
 * @param videos who makes moving pictures
 * @param avatars who makes faces speak
 * @param lipSyncs who fits lips to a voice
 * @param transcriptions who hears words and their times
 * @param composer puts everything together
 * @param ledger where purchases are
 * @param router chooses among providers
 * @param clock what time it is
 */
public record Toolbox(
    Candidates<ScriptProvider> scripts,
    Candidates<SpeechProvider> speech,
    Candidates<ImageProvider> images,
    Candidates<VideoProvider> videos,
    Candidates<AvatarProvider> avatars,
    Candidates<LipSyncProvider> lipSyncs,
    Candidates<TranscriptionProvider> transcriptions,
    VideoComposer composer,
    Archive ledger,
    Router router,
    InstantSource clock) {

  /**
   * The same for one job, in which everything stays with whom it was asked for first.
   *
   * @return the same with another router
   */
  public Toolbox forOneJob() {
    return over(ledger, router.forOneJob());
  }

  /**
   * The same for one plan, or several of one request, made in one go by one thread.
   *
   * @return the same with a ledger in which each file is looked for once
   */
  public Toolbox forOnePlan() {
    var seen = ledger.forOnePlan();
    return over(seen, router.over(seen));
  }

  private Toolbox over(Archive archive, Router chooser) {
    return new Toolbox(
        scripts,
        speech,
        images,
        videos,
        avatars,
        lipSyncs,
        transcriptions,
        composer,
        archive,
        chooser,
        clock);
  }

  /**
   * What decides the result of the composer's steps.
   *
   * @return its id and version
   */
  public Recipe recipe() {
    return new Recipe(composer.id(), composer.version());
  }

  /**
   * The same with one maker of clips and no other.
   *
   * @param only who makes clips; null to change nothing
   * @return the tools
   */
  public Toolbox filming(@Nullable VideoProvider only) {
    return only == null ? this : with(videos.only(only, only.id()), images);
  }

  /**
   * The same with one maker of pictures and no other.
   *
   * @param only who makes pictures; null to change nothing
   * @return the tools
   */
  public Toolbox drawing(@Nullable ImageProvider only) {
    return only == null ? this : with(videos, images.only(only, only.id()));
  }

  private Toolbox with(Candidates<VideoProvider> films, Candidates<ImageProvider> draws) {
    return new Toolbox(
        scripts,
        speech,
        draws,
        films,
        avatars,
        lipSyncs,
        transcriptions,
        composer,
        ledger,
        router,
        clock);
  }
}
