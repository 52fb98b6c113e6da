package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.FilterAnswer;
import io.vidgen.model.Artifact;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.VideoProvider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the answers to refusals may cost beyond the price of the plan, which knows of no refusal: at
 * most, if every clip that is not bought yet is refused.
 *
 * @param telling what is told
 * @param clips those that are not bought yet
 * @param runs has them made
 * @param purchase who makes clips
 * @param ladder which answers there are
 * @param tools what there is
 */
record AnswerPrices(
    Telling telling,
    List<PlannedClip> clips,
    ClipRuns runs,
    ClipPurchase purchase,
    Ladder ladder,
    Toolbox tools) {

  /** Warns of each answer that may cost something. */
  void check(Checklist list) {
    var answers = telling.request().whenFiltered();
    for (var answer : new LinkedHashSet<>(answers)) {
      var more = more(answer, Collections.frequency(answers, answer));
      if (isSomething(more)) {
        list.add(
            Problem.warning(
                "whenFiltered",
                answer
                    + " may cost "
                    + (more instanceof Price.Range range
                        ? "up to "
                            + range.high()
                            + " more than this plan says, if every clip is"
                            + " refused"
                        : "more than this plan says, and how much is not known: " + more),
                ""));
      }
    }
  }

  private static boolean isSomething(Price price) {
    return !(price instanceof Price.Free)
        && !(price instanceof Price.Range range && range.high().amount().signum() <= 0);
  }

  private Price more(FilterAnswer answer, int times) {
    return switch (answer) {
      // What was refused is asked again for the price that the plan has for it.
      case ASK_AGAIN -> Price.free();
      case SOFTEN -> ladder.canSoften() ? times(sum(this::rewriting), times) : Price.free();
      case OWN_VOICE -> sum(this::speaking).plus(over(this::silent));
      case NEXT_PROVIDER -> purchase.everybody().size() == 1 ? Price.free() : over(this::anywhere);
    };
  }

  private Price sum(Function<PlannedClip, Price> price) {
    return clips.stream().map(price).reduce(Price.free(), Price::plus);
  }

  private static Price times(Price price, int times) {
    return price instanceof Price.Range range
        ? Price.exactly(range.high().times(BigDecimal.valueOf(times)))
        : price;
  }

  /** By how much clips are dearer that are made in another way. */
  private Price over(Function<PlannedClip, Price> otherwise) {
    return sum(clip -> dearer(otherwise.apply(clip), planned(clip)));
  }

  private static Price dearer(Price other, Price planned) {
    if (!(other instanceof Price.Range a) || !(planned instanceof Price.Range b)) {
      return planned instanceof Price.Unknown ? Price.free() : other;
    }
    if (!a.high().currency().equals(b.high().currency())) {
      return new Price.Unknown("more than one currency");
    }
    var more = a.high().amount().subtract(b.high().amount());
    return more.signum() <= 0 ? Price.free() : Price.exactly(new Money(more, a.high().currency()));
  }

  private Price planned(PlannedClip clip) {
    var wanted = wanted(clip);
    return price(wanted, purchase.provider(wanted));
  }

  private Wanted wanted(PlannedClip clip) {
    var decided = runs.decided(clip);
    return decided == null ? runs.standIn(clip) : decided;
  }

  private Price price(Wanted wanted, VideoProvider who) {
    return StandIn.price(who, purchase.request(wanted, who));
  }

  private Price rewriting(PlannedClip clip) {
    return ladder.rewriting(wanted(clip));
  }

  private Price speaking(PlannedClip clip) {
    var voices = new Voices(tools);
    if (clip.part().spokenText().isBlank() || voices.speaking(telling.language()).isEmpty()) {
      return Price.free();
    }
    var asked = telling.speech(clip.scene(), clip.part());
    return voices.price(asked);
  }

  private Price silent(PlannedClip clip) {
    if (clip.part().spokenText().isBlank()) {
      return Price.free();
    }
    var wanted = wanted(clip);
    var silent = wanted.asked(wanted.asking().withOwnVoice());
    return price(silent, purchase.provider(silent));
  }

  /** The dearest way: as a new clip or going on from another, whoever makes it. */
  private Price anywhere(PlannedClip clip) {
    var wanted = wanted(clip);
    var all = new ArrayList<Price>();
    for (var who : purchase.everybody()) {
      all.add(price(ladder.moved(wanted, who.limits(), pictures(clip, who)), who));
      if (clip.position() > 0 && wanted.extend() != null) {
        all.add(price(runs.standIn(clip, who), who));
      }
    }
    return all.stream().reduce(AnswerPrices::dearest).orElseThrow();
  }

  private List<Artifact> pictures(PlannedClip clip, VideoProvider who) {
    var wanted = wanted(clip);
    int people = wanted.extend() == null ? wanted.references().size() : wanted.cast().size();
    return Stream.generate(StandIn::picture)
        .limit(Math.min(people, who.limits().maxReferences()))
        .toList();
  }

  private static Price dearest(Price a, Price b) {
    if (a instanceof Price.Unknown || b instanceof Price.Free) {
      return a;
    }
    if (a instanceof Price.Range x && b instanceof Price.Range y) {
      boolean same = x.high().currency().equals(y.high().currency());
      return !same
          ? new Price.Unknown("more than one currency")
          : x.high().compareTo(y.high()) >= 0 ? a : b;
    }
    return b;
  }
}
