package io.vidgen.rest.coqui;

import io.vidgen.spi.ProviderFactory;
import io.vidgen.testkit.ProviderFactoryContract;
import java.util.Map;
import java.util.Set;

/** The contract of factories. */
final class CoquiFactoryTest extends ProviderFactoryContract {
  @Override
  protected ProviderFactory<?> factory() {
    return new CoquiSpeechProviderFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("COQUI_URL", "http://127.0.0.1:5002");
  }

  @Override
  protected Set<String> needed() {
    return Set.of("COQUI_URL");
  }

  @Override
  protected Map<String, String> senseless() {
    return Map.of(
        "vidgen.coqui.url", "ftp://127.0.0.1",
        "vidgen.coqui.route", "morse",
        "vidgen.coqui.style", "cheerful",
        "vidgen.coqui.part-length", "7",
        "vidgen.coqui.timeout", "soon",
        "vidgen.coqui.parallel", "0");
  }
}
