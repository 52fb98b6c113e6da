package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.routing.VoiceRules;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Providers that the router names and this pipeline does not use: they were not chosen, or cannot
 * be used here. What the router says of them has no effect, which nobody would see otherwise.
 *
 * @param tools what there is
 */
record NamedInVain(Toolbox tools) {

  /** Warnings about whom the router prefers for a language, and about stand-ins. */
  List<Problem> warnings(Locale language) {
    var rules = tools.router().voices();
    var tag = language.toLanguageTag();
    var preferred =
        rules.preferred(language).stream()
            .filter(id -> kinds().noneMatch(kind -> kind.ids().contains(id)))
            .map(id -> warning("forLanguage", "prefers " + id + " for " + tag, id));
    var standIns =
        rules.standIns().stream()
            .map(VoiceRules.StandIn::provider)
            .filter(id -> !tools.speech().ids().contains(id))
            .distinct()
            .map(id -> warning("standIn", "names " + id + " as a stand-in", id));
    return Stream.concat(preferred, standIns).toList();
  }

  private Stream<Candidates<?>> kinds() {
    return Stream.of(tools.speech(), tools.transcriptions(), tools.scripts());
  }

  private Problem warning(String method, String what, String id) {
    var why =
        kinds()
            .flatMap(kind -> kind.unusable().stream())
            .filter(line -> line.startsWith(id + ":") || line.startsWith(id + " "))
            .findFirst()
            .orElse("the voices are " + tools.speech().ids());
    return Problem.warning(
        "router",
        what + ", who is not used here: " + why,
        "choose that provider by the builder, or leave it out of " + method + "(...)");
  }
}
