package io.vidgen.internal.routing;

import io.vidgen.routing.Health;
import io.vidgen.spi.Provider;

/** What is known of providers at this moment. */
@FunctionalInterface
public interface Signs {

  /**
   * How a provider serves.
   *
   * @param kind kind of the step
   * @param who the provider
   * @return what is known
   */
  Health health(String kind, Provider<?, ?> who);
}
