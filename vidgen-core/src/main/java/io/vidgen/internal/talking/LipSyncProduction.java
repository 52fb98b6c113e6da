package io.vidgen.internal.talking;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.talking.Talk.Speaker;
import io.vidgen.internal.video.About;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.Edition;
import io.vidgen.internal.video.FinishedPoster;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.FittedShots;
import io.vidgen.internal.video.Look;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.PosterTrack;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.ShotTrack;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.LipSync;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.MediaInfo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a face with fitted lips is checked and made. Used by one thread. */
public final class LipSyncProduction implements Production {
  private static final String LIP_SYNC = "lip-sync";

  private final LipSync request;
  private final Edition edition;
  private final Toolbox tools;
  private @Nullable MediaInfo seen;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public LipSyncProduction(LipSync request, Toolbox tools) {
    this(request, Edition.WHOLE, tools);
  }

  /**
   * For an edition of a request.
   *
   * @param request what to make
   * @param edition what of it is shown
   * @param tools what to make it with
   */
  public LipSyncProduction(LipSync request, Edition edition, Toolbox tools) {
    this.request = request;
    this.edition = edition;
    this.tools = tools;
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    list.media(request.face(), "face", Holds.PICTURE);
    var names = new TalkingChecks.Names("text", "language");
    seen = TalkingChecks.checkRecording(request.speech(), list);
    var checks = new TalkingChecks(talk(), seen, names, tools, list);
    boolean spoken = checks.checkVoice();
    boolean fitted =
        list.usable(
            tools.lipSyncs(),
            p -> true,
            new Checklist.Lack(
                "lip-sync provider",
                "nothing can fit lips to a voice",
                "add a lip-sync provider such as wav2lip"));
    if (spoken && fitted) {
      shots().check(checks);
    }
    return list.problems();
  }

  @Override
  public Flow<FinishedVideo> flow() {
    return new ShotTrack(fitted(), style(), edition, tools);
  }

  @Override
  public Flow<FinishedPoster> poster() {
    return new PosterTrack(fitted(), style(), edition, tools);
  }

  private ShotSource fitted() {
    return FittedShots.of(shots(), edition, scene -> true);
  }

  private ShotTrack.Style style() {
    var look =
        Look.of(request.format(), request.quality(), request.captions(), request.captionOptions());
    var script =
        request.text().isBlank()
            ? null
            : new Script(
                request.title(), request.language(), List.of(Scene.narrated(request.text())));
    var about = new About(request.title(), request.language(), script, List.of());
    return new ShotTrack.Style(look, about, Transition.CUT, null, 0);
  }

  private TalkingShots shots() {
    var talker =
        new Talker<LipSyncRequest, LipSyncProvider>(
            LIP_SYNC, tools.lipSyncs(), LipSyncProduction::asked, tools.router(), null);
    return new TalkingShots(
        talk(), seen, new Face(request.face(), null), talker, request.captionOptions(), tools);
  }

  private static LipSyncRequest asked(Face.Shown face, Said said) {
    return new LipSyncRequest(
        Objects.requireNonNull(face.picture(), "face"),
        Objects.requireNonNull(said.speech(), "recording"),
        said.take(),
        said.length());
  }

  private Talk talk() {
    var text = request.text().strip();
    var piece = new Piece(Place.scene(1), text, text, true, true, request.take());
    return new Talk(
        List.of(piece),
        request.speech() == null ? Speaker.OURS : Speaker.RECORDED,
        request.language(),
        request.voice(),
        request.speed(),
        request.speech(),
        Duration.ZERO,
        Duration.ZERO,
        request.captions() != null);
  }
}
