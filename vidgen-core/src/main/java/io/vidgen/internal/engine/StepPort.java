package io.vidgen.internal.engine;

import io.vidgen.error.Problem;
import io.vidgen.money.Price;
import io.vidgen.spi.ProviderResult;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** What a flow asks for steps. Asking again for the same step gives the same answer or more. */
public interface StepPort {

  /**
   * Asks for the result of a step.
   *
   * @param step a step
   * @param <R> class of its result
   * @return the result; empty when it is not there yet, and then it will be worked on
   */
  <R extends ProviderResult> Optional<R> need(Step<R> step);

  /**
   * Asks for the result of a step that the job can do without. When it fails, and costs nothing,
   * the job goes on; the next job asks again.
   *
   * @param step a step
   * @param <R> class of its result
   * @return its result or failure, as far as there is one yet
   */
  <R extends ProviderResult> Attempt<R> attempt(Step<R> step);

  /**
   * Asks for the result of a step, paid or not, to which the job knows another way when its content
   * is refused. A paid step counts as refused only when the ledger says that it failed with {@link
   * io.vidgen.error.FailureKind#CONTENT_FILTERED} and was certainly not charged. Of a replaceable
   * step it is also a refusal when its provider cannot serve now, as long as nothing of the step
   * was bought or may be. Of every other failure the job dies.
   *
   * @param step a step
   * @param again whether it is asked for once more when it was refused before this job
   * @param <R> class of its result
   * @return its result or refusal, as far as there is one yet
   */
  <R extends ProviderResult> Attempt<R> needUnlessFiltered(Step<R> step, boolean again);

  /**
   * Which of the ways to a step answers for it: another than the first where somebody stepped in.
   *
   * @param step a step whose result is there
   * @return the one that the result is of, under the same name
   */
  default Step<?> answering(Step<?> step) {
    return step;
  }

  /**
   * Announces a step whose inputs are not known yet.
   *
   * @param key its name
   * @param provider who will do it
   * @param expected how long it will take, roughly
   * @param price what it will cost, roughly
   */
  void expect(StepKey key, String provider, Duration expected, Price price);

  /**
   * Announces a step that this machine will do for nothing.
   *
   * @param key its name
   * @param provider who will do it
   * @param expected how long it will take, roughly
   */
  default void expect(StepKey key, String provider, Duration expected) {
    expect(key, provider, expected, Price.free());
  }

  /**
   * Asks for the result of a step that may turn out not to be needed. A plan counts it with the
   * most that it may cost; a job does not begin it.
   *
   * @param step a step
   * @param <R> class of its result
   * @return the result; empty when it is not there
   */
  <R extends ProviderResult> Optional<R> foresee(Step<R> step);

  /**
   * Announces a step whose inputs are not known yet, and which is one that was announced already.
   *
   * @param key its name
   * @param provider who will do it
   * @param twin id of the other
   */
  default void expectSame(StepKey key, String provider, String twin) {
    expect(key, provider, Duration.ZERO);
  }

  /**
   * Says for what an announced step waits. A job finds that out by itself.
   *
   * @param key its name
   * @param others names of steps that are not there yet
   */
  default void waits(StepKey key, Collection<StepKey> others) {}

  /**
   * Says something that the user should know.
   *
   * @param problem what
   */
  void warn(Problem problem);
}
