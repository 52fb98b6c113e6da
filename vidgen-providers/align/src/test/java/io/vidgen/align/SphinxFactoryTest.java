package io.vidgen.align;

import io.vidgen.spi.ProviderFactory;
import io.vidgen.testkit.ProviderFactoryContract;

class SphinxFactoryTest extends ProviderFactoryContract {
  @Override
  protected ProviderFactory<?> factory() {
    return new SphinxTranscriptionProviderFactory();
  }
}
