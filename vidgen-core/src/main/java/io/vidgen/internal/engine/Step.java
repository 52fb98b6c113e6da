package io.vidgen.internal.engine;

import io.vidgen.event.RenderEvent.StepInfo;
import io.vidgen.internal.routing.Unison;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RoutingDecision;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work whose inputs are all known.
 *
 * @param key its name in the job
 * @param type class of the result
 * @param provider id of who does it
 * @param model with which model or recipe
 * @param fingerprint identifies the work
 * @param slot identifies what is wanted, whoever does it
 * @param price what it costs
 * @param expected how long it takes, roughly
 * @param limit how long one call may take at most
 * @param safety what may be done when an outcome is unknown
 * @param lane where it runs
 * @param task how it is done
 * @param request what is asked
 * @param routing who was considered for it; null where there is no choice
 * @param otherwise what is asked for instead when its provider cannot serve; null when nothing is
 * @param besides other ways to the same, of which one is taken if somebody has begun it
 * @param rivals other ways to the same among which the flow chooses: none is bought beside another
 * @param account whose limits it keeps; null when nobody's
 * @param unison with which other steps it is done by one provider, null for none
 * @param replaceable whether the flow asks somebody else when its provider cannot serve, so that
 *     that one is not waited for long
 * @param <R> class of the result
 */
public record Step<R extends ProviderResult>(
    StepKey key,
    Class<R> type,
    String provider,
    String model,
    Fingerprint fingerprint,
    Fingerprint slot,
    Price price,
    Duration expected,
    Duration limit,
    SubmitSafety safety,
    Lane lane,
    Task<R> task,
    Record request,
    @Nullable RoutingDecision routing,
    @Nullable Step<R> otherwise,
    List<Step<R>> besides,
    Set<Fingerprint> rivals,
    @Nullable ProviderAccount account,
    @Nullable Unison unison,
    boolean replaceable) {

  /** Where a step runs. */
  public enum Lane {
    /** On this machine's processors: as many at once as there are. */
    PROCESSOR,
    /** Mostly waiting for others: more at once. */
    NETWORK
  }

  /** The same step, chosen by a decision, with another to be asked for instead. */
  Step<R> routed(RoutingDecision decision, @Nullable Step<R> instead) {
    return with(key, slot, decision, instead, besides, rivals, unison, replaceable);
  }

  /** The same step for what the user meant, done by one provider with others. */
  Step<R> meant(Fingerprint slot, @Nullable Unison with) {
    return with(key, slot, routing, otherwise, besides, rivals, with, replaceable);
  }

  /** The same step, with ways that are only gone where somebody has begun them. */
  Step<R> besides(List<Step<R>> ways) {
    return with(key, slot, routing, otherwise, ways, rivals, unison, replaceable);
  }

  /**
   * The same step, for a flow that asks somebody else when its provider cannot serve.
   *
   * @param decision why this one is asked
   * @param another whether there is somebody else
   * @param ways all ways to the same, of which only one is bought
   * @return the step
   */
  public Step<R> replaceable(RoutingDecision decision, boolean another, Set<Fingerprint> ways) {
    return with(key, slot, decision, otherwise, besides, Set.copyOf(ways), unison, another);
  }

  /** Whether there is somebody else to ask when its provider cannot serve. */
  boolean hasAnother() {
    return replaceable || otherwise != null;
  }

  private Step<R> with(
      StepKey key,
      Fingerprint slot,
      @Nullable RoutingDecision decision,
      @Nullable Step<R> instead,
      List<Step<R>> besides,
      Set<Fingerprint> rivals,
      @Nullable Unison unison,
      boolean replaceable) {
    return new Step<>(
        key,
        type,
        provider,
        model,
        fingerprint,
        slot,
        price,
        expected,
        limit,
        safety,
        lane,
        task,
        request,
        decision,
        instead,
        besides,
        rivals,
        account,
        unison,
        replaceable);
  }

  /** The same step, with what has become of the decision. */
  Step<R> routed(RoutingDecision decision) {
    return routed(decision, otherwise);
  }

  /** Who was chosen among several; null where there was no choice. */
  @Nullable RoutingDecision choice() {
    return routing != null && routing.considered().size() > 1 ? routing : null;
  }

  /** The same step under another name. */
  Step<R> named(StepKey name) {
    return with(
        name,
        slot,
        routing,
        otherwise == null ? null : otherwise.named(name),
        besides.stream().map(step -> step.named(name)).toList(),
        rivals,
        unison,
        replaceable);
  }

  boolean isFree() {
    return price instanceof Price.Free;
  }

  @Nullable Money most() {
    return price instanceof Price.Range range ? range.high() : null;
  }

  StepInfo info() {
    return key.info(provider);
  }
}
