package io.vidgen.rest.wav2lip;

import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.LipSyncProviderContract;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract of lip syncs, against both shapes of server. */
final class Wav2LipContractTest {
  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private abstract static class Base extends LipSyncProviderContract {
    abstract Wav2LipServer server(String url);

    @Override
    protected LipSyncProvider provider() {
      return new Wav2LipLipSyncProvider(server(sandbox.url(Vendor.LIPSYNC)), Wav2LipFace.DEFAULT);
    }

    @Override
    protected LipSyncRequest request(FakeCallContext context) {
      return FaceAndSpeech.request(context);
    }

    @Override
    protected List<LipSyncRequest> requestsItCannotServe(FakeCallContext context) {
      var good = FaceAndSpeech.request(context);
      var text = context.input(new byte[] {1, 2, 3}, "text/plain");
      return List.of(
          new LipSyncRequest(text, good.speech(), 0, null),
          new LipSyncRequest(good.face(), text, 0, null));
    }
  }

  @Nested
  final class FastApi extends Base {
    @Override
    Wav2LipServer server(String url) {
      return Wav2LipServer.of(URI.create(url), Wav2LipShape.fastApi());
    }
  }

  @Nested
  final class Cog extends Base {
    @Override
    Wav2LipServer server(String url) {
      return Wav2LipServer.of(URI.create(url + "/cog"), Wav2LipShape.cog());
    }
  }
}
