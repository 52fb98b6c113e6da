package io.vidgen.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.ProviderFactory;
import io.vidgen.testkit.ProviderFactoryContract;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the factories of this module have in common, beside the contract of all. */
public abstract class RestFactoryContract extends ProviderFactoryContract {

  @Test
  void factory_always_isFoundByServiceLoader() {
    var kind =
        Arrays.stream(factory().getClass().getInterfaces())
            .filter(ProviderFactory.class::isAssignableFrom)
            .findFirst()
            .orElseThrow();

    assertThat(ServiceLoader.load(kind)).hasAtLeastOneElementOfType(factory().getClass());
  }
}
