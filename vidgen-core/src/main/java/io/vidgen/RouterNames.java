package io.vidgen;

import io.vidgen.error.Problem;
import io.vidgen.routing.VideoRouter;
import io.vidgen.routing.VoiceRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The providers that a router names by id: one that is spelt wrongly would have no effect. */
final class RouterNames {
  private RouterNames() {}

  /** Tells of each that is not there. */
  static void check(VideoRouter router, Set<String> there, Consumer<Problem> problems) {
    var rules = router.voices();
    byTag(rules.languages())
        .forEach(
            (tag, ids) ->
                ids.stream()
                    .filter(id -> !there.contains(id))
                    .forEach(id -> problems.accept(stranger("forLanguage of " + tag, id, there))));
    rules.standIns().stream()
        .map(VoiceRules.StandIn::provider)
        .distinct()
        .filter(id -> !there.contains(id))
        .forEach(id -> problems.accept(stranger("standIn", id, there)));
  }

  private static SortedMap<String, List<String>> byTag(Map<Locale, List<String>> languages) {
    var byTag = new TreeMap<String, List<String>>();
    languages.forEach((language, ids) -> byTag.put(language.toLanguageTag(), ids));
    return byTag;
  }

  private static Problem stranger(String what, String id, Set<String> there) {
    return Problem.error(
        "router: " + what,
        "there is no '" + id + "', there are " + new TreeSet<>(there),
        "correct the id, or add the jar that brings the provider");
  }
}
