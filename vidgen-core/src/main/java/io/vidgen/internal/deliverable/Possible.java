package io.vidgen.internal.deliverable;

import io.vidgen.error.Problem;
import io.vidgen.job.Avatar;
import io.vidgen.job.Captioned;
import io.vidgen.job.Deliverable;
import io.vidgen.job.LipSync;
import io.vidgen.job.Narrated;
import io.vidgen.job.Shoot;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which differences a kind of request allows. */
final class Possible {
  private static final String SCRIPT = "script";

  private Possible() {}

  static List<Problem> problems(VideoRequest request, Deliverable output) {
    if (request instanceof Captioned) {
      return output.equals(Deliverable.named(output.name()))
          ? List.of()
          : List.of(
              Problem.error(
                  "deliverable",
                  "a captioned video keeps its picture and sound, so it is a deliverable only as it"
                      + " is",
                  "render what is different as a request of its own"));
    }
    var problems = new ArrayList<Problem>();
    if (output.script() != null) {
      checkScript(request, output.script(), problems);
    } else if (output.voice() != null && !(request instanceof Narrated)) {
      problems.add(
          Problem.error(
              "voice",
              "another voice alone is for narrated videos",
              "give a script too, or render it as a request of its own"));
    }
    return problems;
  }

  private static void checkScript(VideoRequest request, Script translated, List<Problem> problems) {
    if (request instanceof Narrated narrated) {
      checkScenes(narrated.script(), translated, problems);
    } else if (request instanceof Story story) {
      checkStory(story, translated, problems);
    } else if (request instanceof Avatar avatar) {
      checkScenes(avatar.script(), translated, problems);
      checkAvatar(avatar, problems);
    } else if (request instanceof LipSync) {
      problems.add(
          Problem.error(
              SCRIPT,
              "lips that were fitted to one voice cannot speak another",
              "render the other language as a request of its own"));
    }
  }

  private static void checkAvatar(Avatar avatar, List<Problem> problems) {
    if (avatar.speech() != null) {
      problems.add(
          Problem.error(
              SCRIPT,
              "the face speaks a finished recording, which has one language",
              "render the other recording as a request of its own"));
    } else {
      problems.add(fresh("the clips of the face are"));
    }
  }

  private static Problem fresh(String what) {
    return Problem.warning(
        SCRIPT,
        "lips follow the words, so " + what + " bought anew for this language",
        "leave the language out to share them");
  }

  private static void checkStory(Story story, Script translated, List<Problem> problems) {
    var script = story.script();
    if (script == null) {
      problems.add(
          Problem.error(
              SCRIPT,
              "the script of a theme is not written yet, so nothing can be a translation of it",
              "render the story once, then make a story of its script.json"));
      return;
    }
    checkScenes(script, translated, problems);
    for (int scene = 1; scene <= script.scenes().size(); scene++) {
      if (story.shootOf(scene) == Shoot.AVATAR && !story.isDraft(scene)) {
        problems.add(fresh("scenes that an avatar speaks are"));
        return;
      }
    }
  }

  private static void checkScenes(
      @Nullable Script base, Script translated, List<Problem> problems) {
    if (base != null && base.scenes().size() != translated.scenes().size()) {
      problems.add(
          Problem.error(
              SCRIPT,
              "it has "
                  + translated.scenes().size()
                  + " scenes and that of the request "
                  + base.scenes().size()
                  + ", so its words do not belong to the same pictures",
              "translate scene for scene"));
    }
  }
}
