package io.vidgen.rest.elevenlabs;

import io.vidgen.rest.contract.RestFactoryContract;
import io.vidgen.spi.ProviderFactory;
import java.util.Map;
import java.util.Set;

class ElevenLabsSpeechProviderFactoryTest extends RestFactoryContract {
  @Override
  protected ProviderFactory<?> factory() {
    return new ElevenLabsSpeechProviderFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("ELEVENLABS_API_KEY", "sk_0123456789abcdef");
  }

  @Override
  protected Set<String> needed() {
    return Set.of("ELEVENLABS_API_KEY");
  }

  @Override
  protected Set<String> secret() {
    return Set.of("ELEVENLABS_API_KEY");
  }

  @Override
  protected Map<String, String> senseless() {
    return Map.of(
        "vidgen.elevenlabs.url", "ftp://x",
        "vidgen.elevenlabs.format", "mp3_1",
        "vidgen.elevenlabs.seed", "-1",
        "vidgen.elevenlabs.stability", "2",
        "vidgen.elevenlabs.speed", "3",
        "vidgen.elevenlabs.streaming", "perhaps",
        "vidgen.elevenlabs.concurrency", "0",
        "vidgen.elevenlabs.timeout", "soon",
        "vidgen.elevenlabs.dictionaries", "a,b,c,d",
        "vidgen.elevenlabs.usd-per-1000-characters", "cheap");
  }
}
