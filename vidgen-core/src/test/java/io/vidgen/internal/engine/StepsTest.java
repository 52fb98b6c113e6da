package io.vidgen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.Capabilities;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.spi.Work;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StepsTest {
  private static final SpeechRequest REQUEST =
      new SpeechRequest("Hello.", Locale.ENGLISH, null, null, 0);

  @Test
  void of_providerWithALimitOfItsOwn_givesTheCallThatTime() {
    assertThat(limit(new Slow(Duration.ofHours(2)))).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void of_limitOutOfRange_isTakenAsTheNearest() {
    assertThat(limit(new Slow(Duration.ofDays(400)))).isEqualTo(Duration.ofDays(1));
    assertThat(limit(new Slow(Duration.ZERO))).isEqualTo(Duration.ofSeconds(1));
  }

  private static Duration limit(SpeechProvider provider) {
    return Steps.of(StepKey.scene("speech", 1), SpeechResult.class, provider, REQUEST).limit();
  }

  private record Slow(Duration callLimit) implements SpeechProvider {
    @Override
    public String id() {
      return "slow";
    }

    @Override
    public String model() {
      return "1";
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.ANY;
    }

    @Override
    public Duration callLimit(SpeechRequest request) {
      return callLimit;
    }

    @Override
    public Work<SpeechRequest, SpeechResult> work() {
      return (QuickWork<SpeechRequest, SpeechResult>)
          (request, context) -> {
            throw new UnsupportedOperationException();
          };
    }
  }
}
