package io.vidgen.internal.talking;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Avatar;
import io.vidgen.model.Artifact;
import io.vidgen.spi.MediaInfo;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shots of some scenes that an avatar speaks. Used by one thread. */
public final class AvatarShots implements ShotSource {
  private final Avatar request;
  private final List<Integer> scenes;
  private final Toolbox tools;
  private final AvatarCast cast;
  private @Nullable MediaInfo seen;
  private @Nullable TalkingShots shots;

  /**
   * For one request.
   *
   * @param request what to make
   * @param scenes which scenes of it, by number from 1
   * @param tools what to make it with
   */
  public AvatarShots(Avatar request, Collection<Integer> scenes, Toolbox tools) {
    this.request = request;
    this.scenes = List.copyOf(scenes);
    this.tools = tools;
    this.cast = new AvatarCast(request, this.scenes, tools);
  }

  /**
   * Finds everything that is wrong with these scenes before anything is spent or written.
   *
   * @param list takes it
   */
  public void check(Checklist list) {
    check(false, list);
  }

  /**
   * Finds everything that is wrong with these scenes before anything is spent or written.
   *
   * @param standIn whether the character's picture only stands for one that is drawn later
   * @param list takes it
   */
  public void check(boolean standIn, Checklist list) {
    if (!standIn) {
      checkFace(list);
    }
    checkScenes(list);
    var names = new TalkingChecks.Names("script.scenes[%d]", "script.language");
    seen = TalkingChecks.checkRecording(request.speech(), list);
    shots = null;
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
      talking().check(checks);
    }
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
    for (int number : scenes) {
      var scene = request.script().scenes().get(number - 1);
      boolean other = !scene.captionText().equals(scene.spokenText());
      if (other && cast.clips(number) > 1) {
        list.add(
            Problem.error(
                "script.scenes[" + (number - 1) + "]",
                "it is too long for one clip, and captions of their own cannot be cut with it",
                "split the scene"));
      }
    }
  }

  @Override
  public List<Place> places() {
    return cast.talk().pieces().stream().map(Piece::place).toList();
  }

  @Override
  public @Nullable Shot shot(int index, StepPort port) {
    return talking().shot(index, port);
  }

  /**
   * Announces the steps of a shot whose face is not drawn yet.
   *
   * @param index which shot, from 0
   * @param port where to announce
   */
  public void expect(int index, StepPort port) {
    talking().expect(index, port);
  }

  private TalkingShots talking() {
    if (shots == null) {
      shots =
          new TalkingShots(
              cast.talk(), seen, cast.face(), cast.talker(), request.captionOptions(), tools);
    }
    return shots;
  }
}
