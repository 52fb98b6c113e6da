package io.vidgen.internal.talking;

import io.vidgen.internal.video.Listeners;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.SpeechRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a face says, and who says it.
 *
 * @param pieces one for each clip
 * @param speaker whose voice it is
 * @param language language of what is said
 * @param voice our voice's name, null for its default
 * @param speed pace of our voice, null for its own
 * @param recording a finished recording, null when somebody speaks
 * @param lead silence before each scene
 * @param pause silence after each scene
 * @param captioned whether captions are burned in
 */
record Talk(
    List<Piece> pieces,
    Speaker speaker,
    Locale language,
    @Nullable String voice,
    @Nullable Double speed,
    @Nullable Path recording,
    Duration lead,
    Duration pause,
    boolean captioned) {

  private static final Duration UNKNOWN_LENGTH = Duration.ofSeconds(10);

  /** Whose voice is heard. */
  enum Speaker {
    /** A speech provider's; the face gets its recording. */
    OURS,
    /** One of the avatar provider's own. */
    THEIRS,
    /** Somebody's who was recorded before. */
    RECORDED
  }

  Talk {
    pieces = List.copyOf(pieces);
  }

  SpeechRequest speech(Piece piece) {
    return new SpeechRequest(piece.said(), language, voice, speed, piece.take());
  }

  /** Our voices, for all that is said. */
  Voices voices(Toolbox tools) {
    return new Voices(
        tools,
        speaker == Speaker.OURS
            ? pieces.stream().filter(piece -> !piece.said().isBlank()).map(this::speech).toList()
            : List.of());
  }

  SpokenWords.Text text(Piece piece) {
    boolean told = !piece.said().isBlank() || !language.equals(Locale.ROOT);
    return new SpokenWords.Text(piece.shown(), piece.said(), told ? language : null, 0, captioned);
  }

  /**
   * How long a piece will be.
   *
   * @param seen what the recording holds, null when there is none or it cannot be used
   */
  Listeners.Length lengthOf(Piece piece, @Nullable MediaInfo seen) {
    if (seen != null) {
      return new Listeners.Length(seen.duration(), false);
    }
    var length =
        piece.said().isBlank() ? UNKNOWN_LENGTH : StandIn.length(piece.said(), language, speed);
    return new Listeners.Length(length, true);
  }

  Duration leadOf(Piece piece) {
    return piece.first() ? lead : Duration.ZERO;
  }

  Duration pauseOf(Piece piece) {
    return piece.last() ? pause : Duration.ZERO;
  }
}
