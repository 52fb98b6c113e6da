package io.vidgen.internal.talking;

import io.vidgen.error.Problem;
import io.vidgen.internal.talking.Talk.Speaker;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.Listeners;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.MediaInfo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with what a face is to say.
 *
 * @param talk what it says
 * @param seen what the finished recording holds, null when there is none or it cannot be used
 * @param names what the request calls things
 * @param tools what there is
 * @param list takes what is wrong
 */
record TalkingChecks(
    Talk talk, @Nullable MediaInfo seen, Names names, Toolbox tools, Checklist list) {

  /**
   * What a request calls things.
   *
   * @param text the text of a scene; {@code %d} stands for its index
   * @param language the language
   */
  record Names(String text, String language) {}

  /** What the finished recording holds; null when there is none or it cannot be used. */
  static @Nullable MediaInfo checkRecording(@Nullable Path recording, Checklist list) {
    return recording == null ? null : list.media(recording, "speech", Holds.MEASURED_SOUND);
  }

  /** Returns whether the pieces can be checked one by one. */
  boolean checkVoice() {
    var voices = talk.voices(tools);
    boolean spoken =
        talk.speaker() != Speaker.OURS || voices.check(talk.language(), names.language(), list);
    for (var piece : talk.pieces()) {
      checkPiece(piece, spoken, voices);
    }
    return spoken && (talk.recording() == null || seen != null);
  }

  private void checkPiece(Piece piece, boolean spoken, Voices voices) {
    var field = field(piece);
    if (piece.said().isBlank() && talk.speaker() != Speaker.RECORDED) {
      list.add(
          Problem.error(
              field, "there is nothing to say", "give a text, or a recording by speech(...)"));
      return;
    }
    if (talk.captioned()) {
      list.glyphs(piece.shown(), field);
    }
    boolean timed = false;
    if (spoken && talk.speaker() == Speaker.OURS) {
      var asked = talk.speech(piece);
      voices.check(asked, field, list);
      timed = voices.voice(asked).capabilities().has(Feature.WORD_TIMINGS);
    }
    if (!timed) {
      boolean needed = talk.captioned() && piece.said().isBlank();
      new Listeners(tools)
          .check(
              talk.text(piece),
              talk.lengthOf(piece, seen),
              needed ? field : null,
              "give the text of the recording, or leave captions out",
              list);
    }
  }

  String field(Piece piece) {
    return names.text().replace("%d", Integer.toString(piece.place().scene() - 1));
  }
}
