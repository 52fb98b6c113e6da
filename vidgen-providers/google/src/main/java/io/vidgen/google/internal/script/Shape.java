package io.vidgen.google.internal.script;

import io.vidgen.spi.SceneParts;
import io.vidgen.spi.ScriptRequest;
import java.util.Locale;

/**
 * The numbers that a script has to keep to.
 *
 * @param scenes how many scenes
 * @param exact whether it must be this number of them; else it is a suggestion
 * @param clips how many clips of all scenes together, 0 for pictures that a voice talks over
 * @param clipsPerScene the most clips of one scene
 * @param seconds how long a clip or, without clips, a scene is
 * @param total seconds of all scenes together
 * @param language language of what is said
 * @param most words or characters that are accepted for a clip
 */
record Shape(
    int scenes,
    boolean exact,
    int clips,
    int clipsPerScene,
    double seconds,
    double total,
    Locale language,
    int most) {

  /** What a clip takes where nobody says; a scene of pictures is as long. */
  private static final double USUAL_SECONDS = 8;

  /** Speech begins a little after its clip and ends a little before it. */
  private static final double SPOKEN = 7.0 / 8;

  static Shape of(ScriptRequest request) {
    var revision = request.revision();
    return revision == null ? whole(request) : one(request, revision);
  }

  private static Shape whole(ScriptRequest request) {
    double total = request.duration().toMillis() / 1000.0;
    int clips = Math.max(0, request.clips());
    int scenes = Math.max(0, request.scenes());
    if (scenes == 0) {
      scenes = clips > 0 ? clips : (int) Math.max(1, Math.round(total / USUAL_SECONDS));
    }
    int perScene = Math.max(2, perUnit(clips, scenes));
    double seconds = total / (clips > 0 ? clips : scenes);
    return new Shape(
        scenes,
        request.scenes() > 0,
        clips,
        perScene,
        seconds,
        total,
        request.language(),
        Pace.of(request.language()).most(SPOKEN * seconds));
  }

  /** A scene that was accepted once may stay as long as it was. */
  private static Shape one(ScriptRequest request, ScriptRequest.Revision revision) {
    int clips = revision.scene().clips();
    double seconds =
        request.clips() > 0
            ? request.duration().toMillis() / 1000.0 / request.clips()
            : USUAL_SECONDS;
    var pace = Pace.of(request.language());
    int before =
        SceneParts.of(revision.scene(), request.language()).stream()
            .mapToInt(part -> pace.count(part.spokenText()))
            .max()
            .orElse(0);
    return new Shape(
        1,
        true,
        clips,
        clips,
        seconds,
        seconds * clips,
        request.language(),
        Math.max(pace.most(SPOKEN * seconds), before));
  }

  private static int perUnit(int all, int units) {
    return (all + units - 1) / units;
  }

  Pace pace() {
    return Pace.of(language);
  }

  /** How many words or characters are asked for in a clip, or in a scene without clips. */
  int calm() {
    return pace().calm(SPOKEN * seconds);
  }

  /** The most that all scenes together may say. */
  int mostInAll() {
    return clips > 0 ? most * clips : pace().most(total);
  }
}
