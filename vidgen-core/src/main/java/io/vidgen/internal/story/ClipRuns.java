package io.vidgen.internal.story;

import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.story.KeyPictures.KeyPicture;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.model.Artifact;
import io.vidgen.model.VendorVideo;
import io.vidgen.spi.VideoProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has the clips of a plan made, each as soon as what it hangs on is there. */
final class ClipRuns {
  private final ClipPlan plan;
  private final Cast cast;
  private final VideoProvider planner;
  private final ClipPurchase purchase;
  private final FilterAnswers answers;
  private final KeyPictures pictures;
  private final ExpiryAnswer expiry;
  private final Toolbox tools;
  private final Map<Place, Wanted> decided = new HashMap<>();
  private final Map<Place, Filmed> filmed = new HashMap<>();
  private final Map<Place, Wanted> bought = new HashMap<>();
  private final Set<Place> broken = new HashSet<>();

  /** For one job or plan; the planner is who the plan was made for. */
  ClipRuns(
      ClipPlan plan,
      Cast cast,
      VideoProvider planner,
      ClipPurchase purchase,
      FilterAnswers answers,
      KeyPictures pictures,
      ExpiryAnswer expiry,
      Toolbox tools) {
    this.plan = plan;
    this.cast = cast;
    this.planner = planner;
    this.purchase = purchase;
    this.answers = answers;
    this.pictures = pictures;
    this.expiry = expiry;
    this.tools = tools;
  }

  /** Asks for a clip, and for all that it hangs on. */
  Optional<Filmed> need(PlannedClip clip, StepPort port) {
    var known = filmed.get(clip.place());
    if (known != null) {
      return Optional.of(known);
    }
    var inputs = new Missing(port);
    var wanted = wanted(clip, inputs);
    if (wanted.isEmpty()) {
      purchase.expect(standIn(clip), inputs.then());
      return Optional.empty();
    }
    var made = answers.need(wanted.get(), port).map(this::filmed);
    made.ifPresent(is -> filmed.put(clip.place(), is));
    return made;
  }

  /** How many clips are bought already, or under way. */
  int begun() {
    var known = new PlanPort(tools.ledger());
    int count = 0;
    for (var clip : plan.clips()) {
      try {
        var unused = need(clip, known);
      } catch (VidgenException e) {
        // What is expired or refused for good is said where it is checked.
        return count;
      }
      var wanted = decided.get(clip.place());
      count += wanted != null && answers.isBegun(wanted) ? 1 : 0;
    }
    return count;
  }

  private Filmed filmed(Bought made) {
    var wanted = made.wanted();
    bought.put(wanted.clip().place(), wanted);
    return new Filmed(wanted.clip(), made.result(), wanted.asking(), left(wanted));
  }

  private Duration left(Wanted wanted) {
    var before = wanted.extend() == null ? null : plan.before(wanted.clip());
    var parent = before == null ? null : filmed.get(before.place());
    return parent == null ? Duration.ZERO : parent.result().duration();
  }

  /** What is there already. */
  @Nullable Filmed known(PlannedClip clip) {
    return filmed.get(clip.place());
  }

  /** What was asked for a clip that is there, after all answers to refusals; null before. */
  @Nullable Wanted bought(PlannedClip clip) {
    return bought.get(clip.place());
  }

  /** What was decided to be asked; null as long as something is missing for that. */
  @Nullable Wanted decided(PlannedClip clip) {
    return decided.get(clip.place());
  }

  /** Decided once: what a vendor still keeps now may be gone when this is asked again. */
  private Optional<Wanted> wanted(PlannedClip clip, StepPort port) {
    var before = decided.get(clip.place());
    if (before != null) {
      return Optional.of(before);
    }
    var wanted =
        switch (plan.chaining()) {
          case EXTENDED -> clip.position() == 0 ? fresh(clip, port) : extension(clip, port);
          case INTERPOLATED -> between(clip, port);
          case SEPARATE -> fresh(clip, port);
        };
    wanted.ifPresent(is -> decided.put(clip.place(), is));
    return wanted;
  }

  private Optional<Wanted> fresh(PlannedClip clip, StepPort port) {
    return references(clip, port).map(own -> wanted(clip, own, null, null, null));
  }

  private Optional<Wanted> extension(PlannedClip clip, StepPort port) {
    var before = plan.before(clip);
    var parent = before == null ? Optional.<Filmed>empty() : need(before, port);
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    var source = parent.get().result().source();
    if (source != null) {
      var own =
          planner.limits().extensionReferences()
              ? references(clip, port)
              : Optional.of(List.<Artifact>of());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      var wanted = wanted(clip, own.get(), null, null, source);
      if (expiry.isKept(source) || answers.isBegun(wanted)) {
        return Optional.of(wanted);
      }
    }
    var frame = expiry.lastFrame(clip, parent.get(), port);
    broken.add(clip.place());
    return frame.map(is -> wanted(clip, List.of(), is, null, null));
  }

  private Optional<Wanted> between(PlannedClip clip, StepPort port) {
    var first = pictures.need(KeyPicture.first(clip), port);
    var last = pictures.need(KeyPicture.last(clip, plan), port);
    return first.isEmpty() || last.isEmpty()
        ? Optional.empty()
        : Optional.of(wanted(clip, List.of(), first.get(), last.get(), null));
  }

  private Optional<List<Artifact>> references(PlannedClip clip, StepPort port) {
    return cast.references(clip.scene(), planner.limits().maxReferences(), port);
  }

  private Wanted wanted(
      PlannedClip clip,
      List<Artifact> references,
      @Nullable Artifact first,
      @Nullable Artifact last,
      @Nullable VendorVideo extend) {
    // A clip that was to be an extension and begins with a frame is as long as new clips are.
    var length =
        extend != null
            ? extension(extend.provider(), clip)
            : first != null && last == null ? clip.alone() : clip.length();
    return new Wanted(clip, cast.in(clip.scene()), length, references, first, last, extend);
  }

  /** A chain that moved on to another provider is extended by what that one adds. */
  private Duration extension(String provider, PlannedClip clip) {
    return Stream.concat(purchase.everybody().stream(), purchase.leftOut().stream())
        .filter(who -> who.id().equals(provider) && who.limits().extendable())
        .map(who -> who.limits().extension())
        .findFirst()
        .orElseGet(clip::length);
  }

  /** A clip of which not everything is known yet, to ask what it would cost. */
  Wanted standIn(PlannedClip clip) {
    if (broken.contains(clip.place())) {
      return wanted(clip, List.of(), StandIn.picture(), null, null);
    }
    boolean extension = plan.chaining() == Chaining.EXTENDED && clip.position() > 0;
    boolean between = plan.chaining() == Chaining.INTERPOLATED;
    int people =
        between || (extension && !planner.limits().extensionReferences())
            ? 0
            : Math.min(planner.limits().maxReferences(), cast.in(clip.scene()).size());
    var picture = between ? StandIn.picture() : null;
    return wanted(
        clip,
        Stream.generate(StandIn::picture).limit(people).toList(),
        picture,
        picture,
        extension ? parentOf(clip, planner) : null);
  }

  /** The same going on from a video of somebody else's, as late in a chain as it can be. */
  Wanted standIn(PlannedClip clip, VideoProvider who) {
    return wanted(clip, List.of(), null, null, parentOf(clip, who));
  }

  private VendorVideo parentOf(PlannedClip clip, VideoProvider who) {
    var limits = who.limits();
    var format = purchase.format(who);
    var until =
        tools.clock().instant().plus(limits.retention()).plus(ExpiryAnswer.MARGIN.multipliedBy(2));
    var before =
        ClipPlan.newLength(limits).plus(limits.extension().multipliedBy(clip.position() - 1));
    return VendorVideo.planned(who.id(), until, before, format, clip.position() - 1);
  }
}
