package io.vidgen.testkit;

import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SubmitSafety;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class FakeRemoteSpeechProviderTest {
  private abstract static class Contract extends SpeechProviderContract {
    @TempDir Path books;
    private final SubmitSafety safety;

    Contract(SubmitSafety safety) {
      this.safety = safety;
    }

    @Override
    protected SpeechProvider provider() {
      return FakeRemoteSpeechProvider.of(FakeVendor.open(books), safety);
    }

    @Override
    protected SpeechRequest request() {
      return new SpeechRequest("Three short words.", Locale.ENGLISH, null, null, 0);
    }
  }

  @Nested
  class AtMostOnce extends Contract {
    AtMostOnce() {
      super(SubmitSafety.AT_MOST_ONCE);
    }
  }

  @Nested
  class Reconcilable extends Contract {
    Reconcilable() {
      super(SubmitSafety.RECONCILABLE);
    }
  }

  @Nested
  class IdempotentKey extends Contract {
    IdempotentKey() {
      super(SubmitSafety.IDEMPOTENT_KEY);
    }
  }
}
