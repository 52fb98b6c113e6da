package io.vidgen.internal.deliverable;

import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.Finished;
import io.vidgen.internal.video.JoinedProblems;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.Recipe;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Deliverable;
import io.vidgen.job.Deliverables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How several deliverables are checked and made. Used by one thread. */
public final class SetProduction implements Recipe<FinishedSet> {
  private final Deliverables set;
  private final Map<Deliverable, Production> productions = new LinkedHashMap<>();
  private final Map<Deliverable, List<Problem>> impossible = new LinkedHashMap<>();

  /**
   * For some deliverables.
   *
   * @param set what to make
   * @param tools what to make it with
   * @param lowering decides which scenes of the request are made with less, in all of them
   */
  public SetProduction(Deliverables set, Toolbox tools, Lowering lowering) {
    this.set = set;
    for (var output : set.outputs()) {
      var problems = Possible.problems(set.request(), output);
      impossible.put(output, problems);
      if (problems.stream().noneMatch(p -> p.severity() == Severity.ERROR)) {
        productions.put(output, Editions.production(set.request(), output, tools, lowering));
      }
    }
  }

  /**
   * Finds everything that is wrong with any of them.
   *
   * @return errors and warnings; the field of each begins with the names of the deliverables that
   *     it is found in, unless these are all
   */
  @Override
  public List<Problem> check() {
    if (set.outputs().isEmpty()) {
      return List.of(
          Problem.error(
              "deliverables", "there is none", "add one, such as by asIs(...) or format(...)"));
    }
    var found = new LinkedHashMap<Problem, List<String>>();
    for (var output : set.outputs()) {
      var problems = new ArrayList<>(Objects.requireNonNull(impossible.get(output)));
      var production = productions.get(output);
      if (production != null) {
        problems.addAll(production.check());
      }
      for (var problem : JoinedProblems.of(problems)) {
        found.computeIfAbsent(problem, p -> new ArrayList<>()).add(output.name());
      }
    }
    return found.entrySet().stream().map(e -> prefixed(set, e.getValue(), e.getKey())).toList();
  }

  /**
   * Joins what several of the flows have said, which was prefixed by the name of each.
   *
   * @param set what is made
   * @param problems what was said
   * @return the same, each once
   */
  public static List<Problem> joined(Deliverables set, List<Problem> problems) {
    var found = new LinkedHashMap<Problem, List<String>>();
    for (var problem : problems) {
      int slash = problem.field().indexOf('/');
      var name = problem.field().substring(0, Math.max(0, slash));
      boolean known = set.outputs().stream().anyMatch(o -> o.name().equals(name));
      var field = problem.field().substring(known ? slash + 1 : 0);
      found.computeIfAbsent(at(field, problem), p -> new ArrayList<>()).add(known ? name : "");
    }
    return found.entrySet().stream()
        .map(e -> e.getValue().contains("") ? e.getKey() : prefixed(set, e.getValue(), e.getKey()))
        .toList();
  }

  @Override
  public Flow<FinishedSet> flow() {
    var edited = new ArrayList<SetFlow.Edited>();
    // Who surely needs a step asks for it before those who may turn out not to need it.
    set.outputs().stream()
        .sorted(Comparator.comparing(SetProduction::rank))
        .forEach(
            output -> edited.add(new SetFlow.Edited(output.name(), voice(output), flow(output))));
    return new SetFlow(edited, set.outputs().stream().map(Deliverable::name).toList());
  }

  private Flow<? extends Finished> flow(Deliverable output) {
    var production = Objects.requireNonNull(productions.get(output));
    return output.posterOnly() ? production.poster() : production.flow();
  }

  private static int rank(Deliverable output) {
    return output.posterOnly() ? 2 : output.teaser() != null ? 1 : 0;
  }

  /** Those with equal words and voice are numbered alike. */
  private int voice(Deliverable output) {
    for (int i = 0; i < set.outputs().size(); i++) {
      var other = set.outputs().get(i);
      if (Objects.equals(other.script(), output.script())
          && Objects.equals(other.voice(), output.voice())) {
        return i;
      }
    }
    return set.outputs().size();
  }

  /** What is found in all of them needs no names. */
  private static Problem prefixed(Deliverables set, List<String> names, Problem problem) {
    boolean all = names.size() > 1 && names.size() == set.outputs().size();
    return all ? problem : at(String.join(",", names) + "/" + problem.field(), problem);
  }

  private static Problem at(String field, Problem problem) {
    return new Problem(field, problem.message(), problem.remedy(), problem.severity());
  }
}
