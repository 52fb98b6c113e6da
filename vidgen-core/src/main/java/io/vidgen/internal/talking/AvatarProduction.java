package io.vidgen.internal.talking;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.Look;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.ShotTrack;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Avatar;
import io.vidgen.model.Artifact;
import io.vidgen.spi.MediaInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a speaking face is checked and made. Used by one thread. */
public final class AvatarProduction implements Production {
  private final Avatar request;
  private final Toolbox tools;
  private final AvatarCast cast;
  private @Nullable MediaInfo seen;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public AvatarProduction(Avatar request, Toolbox tools) {
    this.request = request;
    this.tools = tools;
    this.cast = new AvatarCast(request, tools);
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    checkFace(list);
    checkScenes(list);
    var names = new TalkingChecks.Names("script.scenes[%d]", "script.language");
    seen = TalkingChecks.checkRecording(request.speech(), list);
    var checks = new TalkingChecks(cast.talk(), seen, names, tools, list);
    boolean spoken = checks.checkVoice();
    boolean played =
        list.usable(
            tools.avatars(),
            cast::fits,
            new Checklist.Lack(
                "avatar provider",
                "no avatar provider " + cast.wanted(),
                "add one that does, or choose another face or voice"));
    if (spoken && played) {
      shots().check(checks);
    }
    var music = request.music();
    if (music != null) {
      list.media(music, "music", Holds.SOUND);
    }
    return list.problems();
  }

  private void checkFace(Checklist list) {
    var face = cast.face();
    if (face.file() != null) {
      list.media(face.file(), "face", Holds.PICTURE);
    } else if (face.kept() != null) {
      checkKept(face.kept(), list);
    } else if (cast.presenter() == null) {
      boolean empty = request.character() != null;
      list.add(
          Problem.error(
              empty ? "character" : "face",
              empty ? "the character has neither a reference nor an avatar" : "nobody speaks",
              "give a picture by face(...), a presenter(...) or a character(...) that has one"));
    }
  }

  private void checkKept(Artifact picture, Checklist list) {
    if (tools.ledger().artifacts().find(picture).isEmpty()) {
      list.add(
          Problem.error(
              "character",
              "the character's first reference is not in the ledger's artifacts",
              "keep the picture anew with VideoPipeline.keep and give the character that"));
    }
  }

  private void checkScenes(Checklist list) {
    var scenes = request.script().scenes();
    if (request.speech() != null && scenes.size() > 1) {
      list.add(
          Problem.error(
              "speech",
              "one recording cannot be shared by " + scenes.size() + " scenes",
              "give a script of one scene"));
    }
    for (int i = 0; i < scenes.size(); i++) {
      var scene = scenes.get(i);
      boolean other = !scene.captionText().equals(scene.spokenText());
      if (other && cast.clips(i + 1) > 1) {
        list.add(
            Problem.error(
                "script.scenes[" + i + "]",
                "it is too long for one clip, and captions of their own cannot be cut with it",
                "split the scene"));
      }
    }
  }

  @Override
  public Flow<FinishedVideo> flow() {
    var look =
        Look.of(request.format(), request.quality(), request.captions(), request.captionOptions());
    var style =
        ShotTrack.Style.of(
            look,
            request.script(),
            request.transition(),
            request.music(),
            request.musicLicence(),
            request.musicGainDb());
    return new ShotTrack(shots(), style, tools);
  }

  private TalkingShots shots() {
    return new TalkingShots(
        cast.talk(), seen, cast.face(), cast.talker(), request.captionOptions(), tools);
  }
}
