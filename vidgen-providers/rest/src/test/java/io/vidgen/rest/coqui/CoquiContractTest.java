package io.vidgen.rest.coqui;

import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SpeechProviderContract;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract of voices, against both servers and both routes. */
final class CoquiContractTest {
  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private abstract static class Base extends SpeechProviderContract {
    abstract CoquiOptions options(String url);

    @Override
    protected SpeechProvider provider() {
      return new CoquiSpeechProvider(options(sandbox.url(Vendor.COQUI)));
    }

    @Override
    protected SpeechRequest request() {
      return new SpeechRequest("Hello there. How are you?", Locale.ENGLISH, null, null, 0);
    }

    @Override
    protected List<SpeechRequest> requestsItCannotServe(FakeCallContext context) {
      return List.of(
          new SpeechRequest("…", Locale.ENGLISH, null, null, 0),
          new SpeechRequest("Hello.", Locale.ENGLISH, " ", null, 0),
          new SpeechRequest("Hello.", Locale.ENGLISH, null, 3.0, 0));
    }
  }

  @Nested
  final class Fork extends Base {
    @Override
    CoquiOptions options(String url) {
      return CoquiOptions.builder(URI.create(url)).build();
    }
  }

  @Nested
  final class ForkByOpenAi extends Base {
    @Override
    CoquiOptions options(String url) {
      return CoquiOptions.builder(URI.create(url)).route(CoquiRoute.OPENAI).build();
    }
  }

  @Nested
  final class OriginalWithOneVoice extends Base {
    @Override
    CoquiOptions options(String url) {
      return CoquiOptions.builder(URI.create(url + "/original")).build();
    }
  }

  @Nested
  final class OriginalWithManyVoices extends Base {
    @Override
    CoquiOptions options(String url) {
      return CoquiOptions.builder(URI.create(url + "/original-many")).speaker("p225").build();
    }
  }
}
