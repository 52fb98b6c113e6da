package io.vidgen.sandbox.internal.lipsync;

import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Imitates servers around Wav2Lip: one in the manner of FastAPI at {@code /lipsync}, and Cog at
 * {@code /lipsync/cog}.
 */
public final class LipSyncImitation implements VendorImitation {
  private final FastApiRoutes fastApi;
  private final CogRoutes cog;

  /** Uses the studio's voices and tools. */
  public LipSyncImitation(Studio studio) {
    var stage = new LipSyncStage(studio);
    this.fastApi = new FastApiRoutes(stage);
    this.cog = new CogRoutes(stage);
  }

  @Override
  public Vendor vendor() {
    return Vendor.LIPSYNC;
  }

  @Override
  public List<Route> routes() {
    return Stream.concat(fastApi.routes().stream(), cog.routes().stream()).toList();
  }

  @Override
  public Optional<Reply> refuse(Call call) {
    return Optional.empty();
  }

  @Override
  public Set<String> credentialHeaders() {
    return Set.of();
  }

  @Override
  public Reply unknown(Call call) {
    return LipSyncErrors.detail(404, "Not Found");
  }

  @Override
  public Map<String, Reply> errors() {
    var errors = new LinkedHashMap<String, Reply>();
    errors.put("no-face", LipSyncErrors.detail(500, LipSyncErrors.NO_FACE));
    errors.put("inference", LipSyncErrors.detail(500, "Inference failed"));
    errors.put("not-loaded", LipSyncErrors.detail(503, "Model not loaded"));
    errors.put("busy", LipSyncErrors.detail(409, "Already running a prediction"));
    errors.put("missing", LipSyncErrors.missing("video"));
    errors.put("not-found", LipSyncErrors.detail(404, "Not Found"));
    return errors;
  }

  @Override
  public Reply rateLimited() {
    return LipSyncErrors.detail(429, "Too Many Requests");
  }

  @Override
  public List<String> mainOperations() {
    return List.of("LipSync", "Predict", "Health", "HealthCheck");
  }

  @Override
  public Map<String, String> environment(String baseUrl) {
    return Map.of("WAV2LIP_URL", baseUrl);
  }
}
