package io.vidgen.internal.video;

import static java.util.stream.Collectors.toMap;

import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.routing.Route;
import io.vidgen.internal.routing.Route.Way;
import io.vidgen.internal.routing.Router;
import io.vidgen.internal.routing.Unison;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.routing.VoiceChange;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks each text of a video. A voice is one thing over all of them: whoever spoke last with
 * it goes on, and steps in with a voice of the same gender where another cannot serve. Belongs to
 * one job or plan: what was made out once stays as it is.
 */
final class VoiceRoutes {
  private final Router router;
  private final List<SpeechRequest> video;
  private final Map<Cast, Lineup> lineups = new HashMap<>(2);
  private final Map<SpeechRequest, Route<SpeechProvider, SpeechRequest>> routes = new HashMap<>(4);

  private record Cast(@Nullable String voice, Locale language) {
    static Cast of(SpeechRequest asked) {
      return new Cast(asked.voice(), asked.language());
    }
  }

  /** With all that is said in the video, as far as it is known. */
  VoiceRoutes(Router router, List<SpeechRequest> video) {
    this.router = router;
    this.video = video;
  }

  /** Who speaks a text; the candidates speak its language. */
  Route<SpeechProvider, SpeechRequest> route(
      SpeechRequest meant, Candidates<SpeechProvider> candidates) {
    var known = routes.get(meant);
    if (known == null) {
      var speaking = candidates.matching(who -> who.capabilities().speaks(meant.language()));
      known =
          speaking.isEmpty() || candidates.providers().size() == 1
              ? router.route(Voices.SPEECH, candidates, meant)
              : choose(meant, candidates);
      routes.put(meant, known);
    }
    return known;
  }

  private Route<SpeechProvider, SpeechRequest> choose(
      SpeechRequest meant, Candidates<SpeechProvider> candidates) {
    var cast = Cast.of(meant);
    var lineup = lineups.get(cast);
    if (lineup == null) {
      var same =
          Stream.concat(video.stream().filter(said -> Cast.of(said).equals(cast)), Stream.of(meant))
              .distinct()
              .toList();
      var leader = leader(meant, candidates, same);
      lineup = Lineup.of(meant, leader, candidates.matching(who -> true), same, router);
      lineups.put(cast, lineup);
    }
    return route(meant, lineup, candidates);
  }

  /** Whose voice it is: who has the one that is named, or has spoken with it, or comes first. */
  private SpeechProvider leader(
      SpeechRequest meant, Candidates<SpeechProvider> candidates, List<SpeechRequest> same) {
    var name = meant.voice();
    var speaking = candidates.matching(who -> who.capabilities().speaks(meant.language()));
    return speaking.stream()
        .filter(who -> who.voices().stream().anyMatch(voice -> voice.id().equals(name)))
        .findFirst()
        .or(
            () ->
                same.stream()
                    .flatMap(said -> speaking.stream().filter(who -> isBegun(who, said)))
                    .findFirst())
        .orElseGet(
            () -> {
              // Whose voice is meant is no matter of who is well or quick just now: another leader
              // would be asked for another voice, and what its stand-in was paid for be forgotten.
              var ways = router.calm().route(Voices.SPEECH, candidates, meant).ways();
              return ways.stream()
                  .map(Way::who)
                  .min(Comparator.comparingInt(who -> preference(who, meant.language())))
                  .orElseThrow();
            });
  }

  private boolean isBegun(SpeechProvider who, SpeechRequest asked) {
    return router.begun(Voices.SPEECH, who, asked).isPresent();
  }

  /** Another render asks for it right now, so that nobody knows yet who will speak it. */
  private boolean mayBeRefused(Lineup.Part last, SpeechRequest meant, Lineup lineup) {
    return router.hasFallback()
        && router
            .begun(Voices.SPEECH, last.who(), lineup.asked(last.who(), meant))
            .filter(step -> step.state() == StepState.INTENT)
            .isPresent();
  }

  private int preference(SpeechProvider who, Locale language) {
    var preferred = router.voices().preferred(language);
    int at = preferred.indexOf(who.id());
    return at < 0 ? preferred.size() : at;
  }

  private Route<SpeechProvider, SpeechRequest> route(
      SpeechRequest meant, Lineup lineup, Candidates<SpeechProvider> candidates) {
    var able = candidates.fitting(lineup::has);
    boolean whole = router.voices().change() == VoiceChange.REDO_ALL;
    // One who has spoken it needs nobody else, but a video of one voice may.
    var plain =
        whole
            ? router.routeAnew(Voices.SPEECH, able, who -> lineup.asked(who, meant))
            : router.routeEach(Voices.SPEECH, able, who -> lineup.asked(who, meant));
    var last = lineup.last();
    var ways = new ArrayList<>(plain.ways());
    if (last != null && !whole && plain.who() != last.who() && isBegun(last, meant, lineup)) {
      if (!mayBeRefused(last, meant, lineup)) {
        ways.clear();
      }
      ways.removeIf(way -> way.who() == last.who());
      ways.add(way(last, meant, lineup));
    }
    var first = last != null && (whole || goesOn(last, plain, meant, lineup)) ? last : null;
    ways.sort(
        Comparator.<Way<SpeechProvider, SpeechRequest>>comparingInt(
                way -> first != null && way.who() == first.who() ? 0 : 1)
            .thenComparingInt(way -> isNamed(way.who(), meant, lineup) ? 0 : 1)
            .thenComparingInt(way -> preference(way.who(), meant.language())));
    var voice = meant.voice() == null ? "the usual voice" : "the voice '" + meant.voice() + "'";
    var unison = new Unison(voice + " for " + meant.language().toLanguageTag(), whole);
    var taken = List.copyOf(ways);
    var besides = plain.besides().stream().filter(way -> !taken.contains(way)).toList();
    return new Route<>(ways, besides, decision(plain, taken, lineup, meant), meant, unison);
  }

  /** Who spoke last goes on, except where another has spoken already. */
  private boolean goesOn(
      Lineup.Part last,
      Route<SpeechProvider, SpeechRequest> plain,
      SpeechRequest meant,
      Lineup lineup) {
    return isBegun(last, meant, lineup) || !isBegun(plain.who(), plain.asked());
  }

  private boolean isBegun(Lineup.Part part, SpeechRequest meant, Lineup lineup) {
    return isBegun(part.who(), lineup.asked(part.who(), meant));
  }

  private static boolean isNamed(SpeechProvider who, SpeechRequest meant, Lineup lineup) {
    return meant.voice() != null && who == lineup.leader().who();
  }

  private static Way<SpeechProvider, SpeechRequest> way(
      Lineup.Part part, SpeechRequest meant, Lineup lineup) {
    return new Way<>(part.who(), lineup.asked(part.who(), meant));
  }

  private RoutingDecision decision(
      Route<SpeechProvider, SpeechRequest> plain,
      List<Way<SpeechProvider, SpeechRequest>> ways,
      Lineup lineup,
      SpeechRequest meant) {
    var list = new ArrayList<Considered>();
    var reasons = reasons(plain, ways, lineup, meant);
    for (var way : ways) {
      var verdict = list.isEmpty() ? Verdict.CHOSEN : Verdict.FALLBACK;
      var who = way.who();
      var last = lineup.last();
      var own =
          last != null && last.who() == who ? "spoke last in this video" : reasons.get(list.size());
      var note = lineup.of(who).note();
      var reason = note.isEmpty() ? own : own + ", " + note;
      list.add(new Considered(who.id(), who.model(), verdict, reason));
    }
    plain.decision().considered().stream()
        .filter(c -> list.stream().noneMatch(in -> in.provider().equals(c.provider())))
        .forEach(list::add);
    list.addAll(lineup.passedOver());
    return new RoutingDecision(plain.decision().order(), list);
  }

  /** Those of the router, as long as they are of the one who comes first here too. */
  private List<String> reasons(
      Route<SpeechProvider, SpeechRequest> plain,
      List<Way<SpeechProvider, SpeechRequest>> ways,
      Lineup lineup,
      SpeechRequest meant) {
    var first = ways.get(0).who();
    var known =
        plain.decision().considered().stream()
            .collect(toMap(Considered::provider, Considered::reason, (one, other) -> one));
    if (first == plain.who() && ways.stream().allMatch(way -> known.containsKey(way.who().id()))) {
      return ways.stream().map(way -> known.getOrDefault(way.who().id(), "")).toList();
    }
    var reasons = new ArrayList<String>();
    reasons.add(
        first != plain.who() && isNamed(first, meant, lineup)
            ? named(first, meant)
            : known.getOrDefault(first.id(), "speaks when others cannot"));
    reasons.addAll(router.behind(Voices.SPEECH, ways));
    return reasons;
  }

  private static String named(SpeechProvider who, SpeechRequest meant) {
    var name = meant.voice();
    return who.voices().stream().anyMatch(voice -> voice.id().equals(name))
        ? "has the voice '" + name + "'"
        : "is asked for the voice '" + name + "'";
  }
}
