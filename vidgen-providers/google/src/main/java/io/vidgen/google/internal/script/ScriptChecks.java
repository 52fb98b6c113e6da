package io.vidgen.google.internal.script;

import io.vidgen.error.Problem;
import io.vidgen.spi.ScriptRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request, found without asking anybody. */
public final class ScriptChecks {

  /** Far more than a theme needs, and what a plan can be reckoned with. */
  private static final int LONGEST_THEME = 20_000;

  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int MOST_SCENES = 200;

  private ScriptChecks() {}

  /**
   * Checks a request.
   *
   * @param request a request
   * @return its problems
   */
  public static List<Problem> check(ScriptRequest request) {
    var problems = new ArrayList<Problem>();
    if (request.theme().isBlank() && request.revision() == null) {
      problems.add(Problem.error("theme", "is blank", "say what the video is about"));
    }
    if (request.theme().length() > LONGEST_THEME) {
      problems.add(
          Problem.error(
              "theme",
              "has " + request.theme().length() + " characters",
              "use at most " + LONGEST_THEME));
    }
    if (request.language().getLanguage().isEmpty()) {
      problems.add(Problem.error("language", "is not said", "name one, such as en or fr"));
    }
    if (request.revision() == null) {
      checkNumbers(request, problems);
    }
    return problems;
  }

  private static void checkNumbers(ScriptRequest request, List<Problem> problems) {
    var duration = request.duration();
    if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST) > 0) {
      problems.add(
          Problem.error(
              "duration", "is " + duration, "use 1 s to " + LONGEST.toMinutes() + " min"));
    }
    if (request.scenes() < 0 || request.scenes() > MOST_SCENES) {
      problems.add(Problem.error("scenes", "is " + request.scenes(), "use 0 to " + MOST_SCENES));
    }
    if (request.clips() < 0 || request.clips() > 2 * MOST_SCENES) {
      problems.add(Problem.error("clips", "is " + request.clips(), "use 0 to " + 2 * MOST_SCENES));
    } else if (request.clips() > 0 && request.scenes() > request.clips()) {
      problems.add(
          Problem.error(
              "scenes",
              request.scenes() + " scenes cannot be told in " + request.clips() + " clips",
              "ask for at most as many scenes as clips"));
    }
  }
}
