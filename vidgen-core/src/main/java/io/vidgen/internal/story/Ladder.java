package io.vidgen.internal.story;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.Chaining;
import io.vidgen.job.FilterAnswer;
import io.vidgen.model.Artifact;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.model.Scene;
import io.vidgen.money.Price;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import io.vidgen.spi.VideoProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rungs that can follow one that was refused.
 *
 * @param telling what is told
 * @param plan which clips there are
 * @param cast who appears
 * @param purchase who makes clips
 * @param tools what there is
 */
record Ladder(Telling telling, ClipPlan plan, Cast cast, ClipPurchase purchase, Toolbox tools) {
  /** The kind of the step that writes a scene anew. */
  static final String SOFTEN = "soften";

  /** Which of the answers that are left can be taken, by position. */
  List<Integer> after(Rung rung) {
    return IntStream.range(0, rung.left().size())
        .filter(i -> canTake(rung.left().get(i), rung))
        .boxed()
        .toList();
  }

  private boolean canTake(FilterAnswer answer, Rung rung) {
    var asking = rung.wanted().asking();
    return switch (answer) {
      case ASK_AGAIN -> true;
      case SOFTEN -> !writers().isEmpty();
      case OWN_VOICE ->
          !asking.ownVoice()
              && !asking.part().spokenText().isBlank()
              && new Voices(tools).canSpeak(telling.language());
      case NEXT_PROVIDER -> other(rung).isPresent();
    };
  }

  /** Takes an answer; empty while something is made for it. */
  Optional<Rung> take(int answer, Rung rung, Failure refusal, StepPort port, Memo memo) {
    var wanted = rung.wanted();
    var asking = wanted.asking();
    return switch (rung.left().get(answer)) {
      case ASK_AGAIN -> Optional.of(rung.after(answer, wanted.asked(asking.again()), rung.who()));
      case OWN_VOICE ->
          Optional.of(rung.after(answer, wanted.asked(asking.withOwnVoice()), rung.who()));
      case SOFTEN -> softened(answer, rung, refusal, port, memo);
      case NEXT_PROVIDER ->
          other(rung)
              .flatMap(
                  who ->
                      elsewhere(wanted, who.limits(), port)
                          .map(next -> rung.after(answer, next, who)));
    };
  }

  private List<ScriptProvider> writers() {
    return tools.scripts().matching(p -> p.capabilities().speaks(telling.language()));
  }

  boolean canSoften() {
    return !writers().isEmpty();
  }

  /** What it costs to have a clip's scene written anew, by whoever can. */
  Price rewriting(Wanted wanted) {
    var refused = Failure.of(FailureKind.CONTENT_FILTERED, "refused", "");
    var key = wanted.clip().place().key(SOFTEN);
    return revision(key, wanted, wanted.asking().part(), refused).price();
  }

  private Optional<Rung> softened(
      int answer, Rung rung, Failure refusal, StepPort port, Memo memo) {
    var wanted = rung.wanted();
    var part = wanted.asking().part();
    // As dear as the clip that was refused, as far as anybody can know.
    var next = rung.after(answer, wanted, rung.who());
    var key = next.key(SOFTEN);
    var step = memo.once(key, () -> revision(key, wanted, part, refusal));
    var writing = new Missing(port);
    var written = writing.need(step);
    if (written.isEmpty()) {
      purchase.expect(next, writing.then());
    }
    return written.map(
        result ->
            rung.after(
                answer, wanted.asked(wanted.asking().milder(mild(part, result))), rung.who()));
  }

  private Step<ScriptResult> revision(StepKey key, Wanted wanted, Scene part, Failure refusal) {
    var asked =
        new ScriptRequest(
            theme(part),
            wanted.cast(),
            wanted.clip().length(),
            telling.language(),
            1,
            1,
            new ScriptRequest.Revision(part, refusal.message()),
            telling.request().takeOf(wanted.clip().scene()));
    var writers = tools.router().preferring(asked.language(), tools.scripts());
    return Steps.of(key, ScriptResult.class, tools.router().route(SOFTEN, writers, asked));
  }

  private String theme(Scene part) {
    var theme = telling.request().theme();
    var text = theme == null ? telling.script().title() : theme.text();
    return !text.isBlank() ? text : part.visual().isBlank() ? part.spokenText() : part.visual();
  }

  /** One scene was asked for; whatever came beside it is not told. */
  private static Scene mild(Scene part, ScriptResult result) {
    var scene = result.script().scenes().get(0);
    return new Scene(
        part.heading(),
        scene.dialogue(),
        scene.visual().isBlank() ? part.visual() : scene.visual(),
        scene.sound(),
        scene.say(),
        scene.caption(),
        part.media(),
        1);
  }

  /** The next one in order who was not asked yet and can begin such a clip. */
  private Optional<VideoProvider> other(Rung rung) {
    return others(rung).stream().findFirst();
  }

  /** All who were not asked yet and can begin such a clip, the preferred one first. */
  List<VideoProvider> others(Rung rung) {
    return others(rung, purchase.everybody().stream()).toList();
  }

  /** The same, and those who may have begun it before they were left out. */
  List<VideoProvider> begunBy(Rung rung) {
    var all = Stream.concat(purchase.everybody().stream(), purchase.leftOut().stream());
    return others(rung, all).toList();
  }

  private Stream<VideoProvider> others(Rung rung, Stream<VideoProvider> all) {
    return all.filter(who -> !rung.asked().contains(who.id()))
        .filter(who -> obstacle(who, rung.wanted()) == null);
  }

  /** Who may step in when the one who is asked cannot serve, the preferred one first. */
  List<VideoProvider> standbys(Rung rung) {
    return others(rung).stream().filter(purchase::mayStepIn).toList();
  }

  /** Why somebody cannot begin such a clip, and all that follows it; null when nothing is wrong. */
  private @Nullable String obstacle(VideoProvider who, Wanted wanted) {
    if (wanted.firstFrame() != null && !who.limits().firstFrame()) {
      return "begins no clip with a picture";
    } else if (wanted.lastFrame() != null && !who.limits().lastFrame()) {
      return "ends no clip with a picture";
    }
    return canGoOn(who.limits(), wanted) ? null : "cannot make the rest of the chain";
  }

  /** Who makes a clip, who would step in, and why others would not. */
  RoutingDecision decision(Rung rung) {
    var standbys = standbys(rung);
    var list = new ArrayList<Considered>();
    list.add(considered(rung.who(), Verdict.CHOSEN, purchase.reason(rung)));
    for (var who : standbys) {
      var why = rung.wanted().extend() == null ? "steps in" : "steps in with a new chain";
      list.add(considered(who, Verdict.FALLBACK, why));
    }
    for (var who : tools.videos().matching(who -> !standbys.contains(who))) {
      if (!who.id().equals(rung.who().id())) {
        list.add(considered(who, Verdict.PASSED_OVER, whyNot(who, rung)));
      }
    }
    return new RoutingDecision(tools.router().order(), list);
  }

  private String whyNot(VideoProvider who, Rung rung) {
    if (rung.asked().contains(who.id())) {
      return "was asked before";
    }
    var unfit = purchase.obstacle(who);
    var leftOut = unfit == null ? purchase.whyLeftOut(who) : unfit;
    var unable = leftOut == null ? obstacle(who, rung.wanted()) : leftOut;
    return unable == null ? "may not step in: nobody named it, or the router lets nobody" : unable;
  }

  private static Considered considered(VideoProvider who, Verdict verdict, String reason) {
    return new Considered(who.id(), who.model(), verdict, reason);
  }

  /** Whether all that goes on from a clip can follow it at a provider where it begins a chain. */
  private boolean canGoOn(ClipLimits limits, Wanted wanted) {
    int more = plan.chaining() == Chaining.EXTENDED ? plan.following(wanted.clip()) : 0;
    if (more == 0) {
      return true;
    }
    var after = plan.after(wanted.clip());
    var all = begun(wanted, limits).plus(limits.extension().multipliedBy(more));
    // What is said needs its time there too.
    return limits.extendable()
        && after != null
        && limits.extension().compareTo(after.length()) >= 0
        && more <= limits.maxExtensions()
        && (limits.maxLength().isZero() || all.compareTo(limits.maxLength()) <= 0);
  }

  private Duration begun(Wanted wanted, ClipLimits limits) {
    return wanted.extend() == null
        ? nearest(wanted.length(), limits.lengths())
        : ClipPlan.newLength(wanted.clip().part(), telling.language(), limits);
  }

  /** What another provider is asked, who cannot go on from this one's videos. */
  Optional<Wanted> elsewhere(Wanted wanted, ClipLimits limits, StepPort port) {
    int most = limits.maxReferences();
    var own = wanted.references();
    var pictures =
        wanted.extend() == null
            ? Optional.of(own.subList(0, Math.min(most, own.size())))
            : cast.references(wanted.clip().scene(), most, port);
    return pictures.map(references -> moved(wanted, limits, references));
  }

  /** The same as a new clip of whoever has these limits. */
  Wanted moved(Wanted wanted, ClipLimits limits, List<Artifact> references) {
    return new Wanted(
        wanted.clip(),
        wanted.cast(),
        begun(wanted, limits),
        references,
        wanted.firstFrame(),
        wanted.lastFrame(),
        null,
        wanted.asking().elsewhere());
  }

  /** The shortest that is long enough, or else the longest. */
  private static Duration nearest(Duration length, List<Duration> lengths) {
    return lengths.isEmpty()
        ? length
        : lengths.stream()
            .filter(l -> l.compareTo(length) >= 0)
            .min(Comparator.naturalOrder())
            .orElseGet(() -> Collections.max(lengths));
  }

  /** Says which answers cannot be given, and so are passed over. */
  void check(Checklist list) {
    var answers = telling.request().whenFiltered();
    if (answers.contains(FilterAnswer.SOFTEN) && writers().isEmpty()) {
      passedOver(
          "nobody can write a scene anew for SOFTEN, so it is passed over",
          "add a script provider such as gemini, or leave SOFTEN out",
          list);
    }
    if (answers.contains(FilterAnswer.OWN_VOICE)) {
      checkVoice(list);
    }
    if (answers.contains(FilterAnswer.NEXT_PROVIDER) && purchase.everybody().size() == 1) {
      passedOver(
          "there is no other video provider for NEXT_PROVIDER, so it is passed over",
          "give the builder several by videos(...)",
          list);
    }
  }

  private void checkVoice(Checklist list) {
    var voices = new Voices(tools);
    if (voices.canSpeak(telling.language())) {
      voices.check(telling.language(), "whenFiltered", list);
      return;
    }
    var language = telling.language().toLanguageTag();
    var rivals = voices.rivals(telling.language());
    passedOver(
        (rivals.isEmpty()
                ? "no voice speaks " + language
                : "several voices could be meant, " + rivals)
            + ", so OWN_VOICE is passed over",
        rivals.isEmpty()
            ? "install or configure a voice for it, or leave OWN_VOICE out"
            : "name one by speech(...) or the setting vidgen.speech",
        list);
  }

  private static void passedOver(String message, String remedy, Checklist list) {
    list.add(Problem.warning("whenFiltered", message, remedy));
  }
}
