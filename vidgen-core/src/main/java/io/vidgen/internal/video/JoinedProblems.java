package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Says once what is true of several scenes. */
public final class JoinedProblems {
  private static final Pattern SCENE =
      Pattern.compile("script\\.scenes\\[(\\d{1,6})](, clip \\d+)?(.*)", Pattern.DOTALL);

  private JoinedProblems() {}

  /**
   * Joins problems that differ only in their scene or clip.
   *
   * @param problems errors and warnings
   * @return the same in the order in which each was said first; those of several scenes with all of
   *     them in one field, such as {@code script.scenes[1-20].extend}
   */
  public static List<Problem> of(List<Problem> problems) {
    var groups = new LinkedHashMap<Problem, List<Problem>>();
    for (var problem : problems) {
      groups.computeIfAbsent(anywhere(problem), p -> new ArrayList<>()).add(problem);
    }
    return groups.entrySet().stream().map(e -> joined(e.getKey(), e.getValue())).toList();
  }

  /** The same of no scene. */
  private static Problem anywhere(Problem problem) {
    var field = SCENE.matcher(problem.field());
    return field.matches() ? at("script.scenes[]" + field.group(3), problem) : problem;
  }

  private static Problem joined(Problem anywhere, List<Problem> same) {
    var scenes = new TreeSet<Integer>();
    for (var problem : same) {
      var field = SCENE.matcher(problem.field());
      if (field.matches()) {
        scenes.add(Integer.parseInt(field.group(1)));
      }
    }
    return same.stream().distinct().count() == 1
        ? same.get(0)
        : at(anywhere.field().replaceFirst("\\[]", "[" + ranges(scenes) + "]"), anywhere);
  }

  private static Problem at(String field, Problem problem) {
    return new Problem(field, problem.message(), problem.remedy(), problem.severity());
  }

  private static String ranges(SortedSet<Integer> numbers) {
    var text = new StringBuilder();
    Integer first = null;
    for (int number : numbers) {
      if (first == null || !numbers.contains(number - 1)) {
        text.append(first == null ? "" : ",").append(number);
        first = number;
      }
      if (first != number && !numbers.contains(number + 1)) {
        text.append('-').append(number);
      }
    }
    return text.toString();
  }
}
