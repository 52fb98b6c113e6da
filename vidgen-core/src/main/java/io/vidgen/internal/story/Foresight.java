package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Attempt;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Portrait;
import io.vidgen.internal.video.Voices;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Announces what a flow asks for and begins none of it, since its script is only a stand-in. Only
 * characters are drawn already: how they look does not depend on the script.
 *
 * @param port what hears of it
 * @param perhapsOnce scenes whose second clip may not be bought
 */
record Foresight(StepPort port, Set<Integer> perhapsOnce) implements StepPort {
  private static final Problem ESTIMATED =
      Problem.warning(
          "theme",
          "what is said is not written yet, so what its voices cost is only an estimate",
          "draft the story first: the next plan knows the script");

  private static final Set<String> PER_WORD = Set.of(Voices.SPEECH, "avatar");

  @Override
  public <R extends ProviderResult> Optional<R> need(Step<R> step) {
    if (Portrait.isKey(step.key())) {
      return port.need(step);
    }
    expect(step.key(), step.provider(), step.expected(), step.price());
    return Optional.empty();
  }

  @Override
  public <R extends ProviderResult> Optional<R> foresee(Step<R> step) {
    return need(step);
  }

  @Override
  public <R extends ProviderResult> Attempt<R> attempt(Step<R> step) {
    return new Attempt<>(need(step), null);
  }

  @Override
  public <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again) {
    return new Attempt<>(need(step), null);
  }

  @Override
  public void expect(StepKey key, String provider, Duration expected, Price price) {
    if (PER_WORD.contains(key.kind()) && !(price instanceof Price.Free)) {
      port.warn(ESTIMATED);
    }
    port.expect(key, provider, expected, isUnsure(key) ? upTo(price) : price);
  }

  private boolean isUnsure(StepKey key) {
    return key.kind().equals(ClipPurchase.CLIP)
        && !key.part().isEmpty()
        && !key.part().equals("1")
        && perhapsOnce.contains(key.scene());
  }

  private static Price upTo(Price price) {
    return price instanceof Price.Range range
        ? new Price.Range(range.high().times(BigDecimal.ZERO), range.high())
        : price;
  }

  @Override
  public void waits(StepKey key, Collection<StepKey> others) {
    port.waits(key, others);
  }

  @Override
  public void warn(Problem problem) {
    // It is said of the script that will be there, if it still holds then.
  }
}
