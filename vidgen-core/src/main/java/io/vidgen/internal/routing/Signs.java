package io.vidgen.internal.routing;

import io.vidgen.routing.Health;

/** What is known of providers at this moment. */
@FunctionalInterface
public interface Signs {

  /**
   * How a provider serves.
   *
   * @param kind kind of the step
   * @param provider its id
   * @return what is known
   */
  Health health(String kind, String provider);
}
