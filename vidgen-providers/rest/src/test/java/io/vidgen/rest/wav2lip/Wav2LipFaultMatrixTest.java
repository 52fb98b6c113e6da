package io.vidgen.rest.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.rest.contract.FaultMatrix;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultCase;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Every fault at every operation: a typed end in time, and one question of health, one request. */
final class Wav2LipFaultMatrixTest extends FaultMatrix {
  private final Map<String, Wav2LipLipSyncProvider> providers = new ConcurrentHashMap<>();
  private final OkHttpClient http = new OkHttpClient();

  Wav2LipFaultMatrixTest() {
    super(Vendor.LIPSYNC, "wav2lip", "LipSync", "Predict");
  }

  /** A question is asked again for each kept connection that is dead; files are sent once. */
  @Override
  protected int most(FaultCase fault) {
    return isHealth(fault) ? 5 : 1;
  }

  /** A short answer may drip in time; of a server's health only clear words count. */
  @Override
  protected boolean mayBeHarmless(FaultCase fault) {
    boolean health = isHealth(fault);
    return fault.fault() instanceof Fault.Slow
        || (fault.fault() instanceof Fault.Garbled g && (health || isNoMatter(g)))
        || (health
            && (fault.fault() instanceof Fault.Html
                || fault.fault() instanceof Fault.Redirect
                || fault.fault() instanceof Fault.VendorError));
  }

  private static boolean isHealth(FaultCase fault) {
    return fault.operation().startsWith("Health");
  }

  private static boolean isNoMatter(Fault.Garbled garbled) {
    return garbled.how() == Fault.Garbling.WRONG_CONTENT_TYPE;
  }

  @Override
  protected FailureKind meaning(Fault.VendorError error) {
    return switch (error.name()) {
      case "inference", "not-loaded", "busy" -> FailureKind.UNAVAILABLE;
      default -> FailureKind.INVALID_REQUEST;
    };
  }

  /** What was cut off may still be under way there, and Cog does one thing at a time. */
  @Override
  protected void awaitIdle() {
    var url = sandbox.url(Vendor.LIPSYNC) + "/cog/health-check";
    long end = System.nanoTime() + SLACK.toNanos();
    while (System.nanoTime() < end) {
      var call = http.newCall(new Request.Builder().url(url).build());
      try (var answer = call.execute()) {
        if (answer.body().string().contains("READY")) {
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  protected void call(String operation, Duration timeout) throws Exception {
    boolean cog = operation.equals("Predict") || operation.equals("HealthCheck");
    var provider = providers.computeIfAbsent(timeout + " " + cog, key -> provider(cog, timeout));
    var work = (QuickWork<LipSyncRequest, ClipResult>) provider.work();
    try (var context = FakeCallContext.create()) {
      work.call(FaceAndSpeech.request(context), context);
    }
  }

  private Wav2LipLipSyncProvider provider(boolean cog, Duration timeout) {
    var url = URI.create(sandbox.url(Vendor.LIPSYNC) + (cog ? "/cog" : ""));
    var shape = cog ? Wav2LipShape.cog() : Wav2LipShape.fastApi();
    return new Wav2LipLipSyncProvider(
        new Wav2LipServer(url, shape, 1, timeout), Wav2LipFace.DEFAULT);
  }
}
