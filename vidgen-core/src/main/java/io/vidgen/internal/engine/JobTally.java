package io.vidgen.internal.engine;

import io.vidgen.money.Price;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a job did: counts, times and cost. Guarded by its job. */
public final class JobTally {
  private final Map<String, Duration> took = new LinkedHashMap<>();
  private Price cost = Price.free();
  private int redone;
  private int reused;

  void add(String step, boolean wasThere, Duration time, Price price) {
    if (wasThere) {
      reused++;
    } else {
      redone++;
      took.put(step, time);
      cost = cost.plus(price);
    }
  }

  /**
   * How long the steps that ran took.
   *
   * @return times by step id, in the order in which they ended
   */
  public Map<String, Duration> took() {
    return new LinkedHashMap<>(took);
  }

  /**
   * What the steps that ran cost.
   *
   * @return the sum
   */
  public Price cost() {
    return cost;
  }

  /**
   * How many steps ran.
   *
   * @return the count
   */
  public int redone() {
    return redone;
  }

  /**
   * How many steps were there already.
   *
   * @return the count
   */
  public int reused() {
    return reused;
  }
}
