package io.vidgen.internal.story;

import io.vidgen.error.Problem.Severity;
import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.routing.Route.Way;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.Scene;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Price;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.VideoProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one place where clips are asked for, and where it is decided who makes them. */
final class ClipPurchase {
  static final String CLIP = "clip";

  private final Telling telling;
  private final boolean extended;
  private final Toolbox tools;
  private final ClipPrompts prompts;
  private final List<VideoProvider> providers;
  private final List<VideoProvider> leftOut;
  private final List<Considered> considered;
  private final Map<StepKey, Expected> expected = new HashMap<>();

  /**
   * For one job or plan.
   *
   * @param telling what is told
   * @param extended whether any clip has to be extended
   * @param tools what there is
   */
  ClipPurchase(Telling telling, boolean extended, Toolbox tools) {
    this.telling = telling;
    this.extended = extended;
    this.tools = tools;
    this.prompts = new ClipPrompts(telling);
    var fitting = tools.videos().fitting(this::fits);
    var all = fitting.matching(who -> true);
    if (all.size() < 2) {
      this.providers = all;
      this.considered = List.of();
    } else {
      // For a clip as each of them likes it.
      var route = tools.router().everybody(CLIP, fitting, this::usual);
      this.providers = route.ways().stream().map(Way::who).toList();
      this.considered = route.decision().considered();
    }
    this.leftOut = all.stream().filter(who -> !providers.contains(who)).toList();
  }

  private ClipPurchase(ClipPurchase other, List<VideoProvider> providers) {
    this.considered = other.considered;
    this.leftOut = other.leftOut.stream().filter(who -> !providers.contains(who)).toList();
    this.telling = other.telling;
    this.extended = other.extended;
    this.tools = other.tools;
    this.prompts = other.prompts;
    this.providers = providers;
  }

  /** The same planned by one of them, who is asked before all others. */
  ClipPurchase ledBy(VideoProvider planner) {
    return new ClipPurchase(
        this,
        Stream.concat(Stream.of(planner), providers.stream().filter(who -> who != planner))
            .toList());
  }

  private ClipRequest usual(VideoProvider who) {
    var length = ClipPlan.newLength(who.limits());
    boolean sound = who.capabilities().has(Feature.NATIVE_AUDIO);
    return ClipRequest.builder("A scene.")
        .duration(length)
        .format(format(who))
        .audio(sound)
        .build();
  }

  /** Whether somebody can make the clips of this story. */
  boolean fits(VideoProvider provider) {
    return obstacle(provider) == null;
  }

  /** Why somebody cannot make the clips of this story; null when nothing is wrong. */
  @Nullable String obstacle(VideoProvider provider) {
    var sizes = provider.capabilities().formats();
    var wanted = telling.request().clipFormat();
    var limits = provider.limits();
    if (wanted != null && !sizes.isEmpty() && !sizes.contains(wanted)) {
      return "makes no " + wanted;
    } else if (extended && !limits.extendable()) {
      return "extends no clips";
    }
    return telling.request().chaining() == Chaining.INTERPOLATED && !limits.lastFrame()
        ? "makes no clips between two pictures"
        : null;
  }

  /** Whether somebody may be asked for what another was to make. */
  boolean mayStepIn(VideoProvider who) {
    return tools.router().hasFallback() && (tools.videos().explicit() || who.priceCard().isFree());
  }

  /** Why the one of a rung is asked. */
  String reason(Rung rung) {
    if (rung.moves() > 0) {
      return "steps in for one that could not serve";
    } else if (!rung.taken().isEmpty()) {
      return "answers a refusal";
    } else if (isBegun(rung)) {
      return "bought or begun before";
    } else if (rung.wanted().extend() != null) {
      return "has the video that this goes on from";
    }
    return providers.size() == 1
        ? "the only one"
        : rung.who() == providers.get(0)
            ? "first of " + tools.router().order()
            : "the first that makes such clips";
  }

  /** By whom the story is planned; null when nobody fits. */
  @Nullable VideoProvider planner() {
    return providers.isEmpty() ? null : providers.get(0);
  }

  /** All who may be asked for clips of this story, the preferred one first. */
  List<VideoProvider> everybody() {
    return providers;
  }

  /** Who can make clips of this story, but is asked for none; what is there of theirs is used. */
  List<VideoProvider> leftOut() {
    return leftOut;
  }

  /** Why somebody is asked for no clips; null for who may be asked. */
  @Nullable String whyLeftOut(VideoProvider who) {
    return considered.stream()
        .filter(one -> leftOut.contains(who) && one.provider().equals(who.id()))
        .map(Considered::reason)
        .findFirst()
        .orElse(null);
  }

  /** The step of one way to ask for a clip, beside which none of its rivals is bought. */
  Step<ClipResult> step(Rung rung, Ladder ladder, Set<Fingerprint> rivals) {
    var asked = request(rung.wanted(), rung.who());
    return Steps.of(rung.key(CLIP), ClipResult.class, rung.who(), asked)
        .replaceable(ladder.decision(rung), !ladder.standbys(rung).isEmpty(), rivals);
  }

  /** Whether it was bought in this way before, or somebody works on it. */
  boolean isBegun(Rung rung) {
    return begun(rung).isPresent();
  }

  private Optional<StepRecord> begun(Rung rung) {
    return tools.router().begun(CLIP, rung.who(), request(rung.wanted(), rung.who()));
  }

  /** Whether somebody works on it in this way, and may be refused yet. */
  boolean isInFlight(Rung rung) {
    return begun(rung)
        .filter(record -> record.state().isOpen() && record.state() != StepState.UNKNOWN)
        .isPresent();
  }

  /** Identifies what is bought in one way; empty when nothing is, since it is free. */
  Optional<Fingerprint> bought(Rung rung) {
    var who = rung.who();
    var asked = request(rung.wanted(), who);
    return who.priceCard().isFree()
        ? Optional.empty()
        : Optional.of(Canonical.fingerprint(CLIP, who.id(), who.model(), asked));
  }

  /** Whether it was bought before, or somebody works on it. */
  boolean isBegun(Wanted wanted) {
    return who(wanted).isPresent();
  }

  /** Announces a clip some of whose inputs are stand-ins. */
  void expect(Wanted wanted, StepPort port) {
    var known = expected.get(wanted.clip().place().key(CLIP));
    if (known == null) {
      expect(Rung.first(wanted, provider(wanted), List.of()), port);
    } else {
      known.announce(wanted.clip().place().key(CLIP), port);
    }
  }

  /** Announces a clip some of whose inputs are stand-ins. */
  void expect(Rung rung, StepPort port) {
    // A flow is asked again after each step, and nothing of this changes.
    expected.computeIfAbsent(rung.key(CLIP), key -> expected(rung)).announce(rung.key(CLIP), port);
  }

  private Expected expected(Rung rung) {
    var who = rung.who();
    var asked = request(rung.wanted(), who);
    return new Expected(who.id(), who.expectedTime(asked), StandIn.price(who, asked));
  }

  private record Expected(String provider, Duration time, Price price) {
    void announce(StepKey key, StepPort port) {
      port.expect(key, provider, time, price);
    }
  }

  /** Who makes a clip, or has made it before. */
  VideoProvider provider(Wanted wanted) {
    return who(wanted)
        .orElseGet(
            () ->
                able(wanted).stream()
                    .filter(who -> wanted.extend() != null || providers.contains(who))
                    .findFirst()
                    .orElse(providers.get(0)));
  }

  private Optional<VideoProvider> who(Wanted wanted) {
    // The size of a clip is each provider's own, so each is asked for its own request.
    return tools.router().begun(CLIP, able(wanted), p -> request(wanted, p));
  }

  /** Only who keeps a video can go on from it. Those who are asked for nothing come last. */
  List<VideoProvider> able(Wanted wanted) {
    var extend = wanted.extend();
    return Stream.concat(providers.stream(), leftOut.stream())
        .filter(p -> extend == null ? canBegin(p, wanted) : p.id().equals(extend.provider()))
        .toList();
  }

  private static boolean canBegin(VideoProvider provider, Wanted wanted) {
    var limits = provider.limits();
    return (limits.lengths().isEmpty() || limits.lengths().contains(wanted.length()))
        && wanted.references().size() <= limits.maxReferences()
        && (wanted.firstFrame() == null || limits.firstFrame())
        && (wanted.lastFrame() == null || limits.lastFrame());
  }

  /** In which size somebody makes clips. */
  VideoFormat format(VideoProvider who) {
    var story = telling.request();
    return ClipFormats.choose(story.clipFormat(), story.format(), who);
  }

  /** What is asked of somebody. */
  ClipRequest request(Wanted wanted, VideoProvider who) {
    var asking = wanted.asking();
    boolean sound = who.capabilities().has(Feature.NATIVE_AUDIO);
    if (!asking.ownVoice()) {
      return request(wanted, asking.part(), sound, who);
    }
    // Lips still move with the words when only the sound is left out.
    var silent = request(wanted, asking.part(), false, who);
    boolean refused = who.check(silent).stream().anyMatch(p -> p.severity() == Severity.ERROR);
    return refused ? request(wanted, asking.quiet(), sound, who) : silent;
  }

  private ClipRequest request(Wanted wanted, Scene part, boolean sound, VideoProvider who) {
    var story = telling.request();
    var extend = wanted.extend();
    return new ClipRequest(
        prompts.of(part, wanted.clip().number(), wanted.cast(), wanted.goesOn()),
        story.negativePrompt(),
        wanted.length(),
        extend == null ? format(who) : extend.format(),
        wanted.references(),
        wanted.firstFrame(),
        wanted.lastFrame(),
        extend,
        sound,
        null,
        story.takeOf(wanted.clip().scene()),
        wanted.asking().repeat());
  }
}
