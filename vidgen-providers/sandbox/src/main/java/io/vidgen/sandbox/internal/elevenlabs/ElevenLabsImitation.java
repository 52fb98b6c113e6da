package io.vidgen.sandbox.internal.elevenlabs;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Imitates ElevenLabs in its Creator plan: speech with true times of characters, limits of each
 * model, credits, requests at once. The voices {@code WithoutTimes00000000} and {@code
 * CollapsedTimes000000} report no times and wrong ones.
 */
public final class ElevenLabsImitation implements VendorImitation {
  private static final String TIMED = "text_to_speech_full_with_timestamps";
  private static final String TIMED_STREAM = "text_to_speech_stream_with_timestamps";
  static final String KEY = "xi-api-key";
  private static final long UPLOAD = 200L << 20;

  private final Studio studio;
  private final SpeechDesk speech;
  private final AccountPages account;
  private final ForcedAlignment alignment;

  /** Uses the studio's voices and tools. */
  public ElevenLabsImitation(Studio studio) {
    this.studio = studio;
    this.speech = new SpeechDesk(studio);
    this.account = new AccountPages(studio);
    this.alignment = new ForcedAlignment(studio);
  }

  @Override
  public Vendor vendor() {
    return Vendor.ELEVENLABS;
  }

  @Override
  public List<Route> routes() {
    var say = "/v1/text-to-speech/{voice_id}";
    return List.of(
        Route.of("POST", say, "text_to_speech_full", speech::plain),
        Route.of("POST", say + "/with-timestamps", TIMED, speech::timed),
        Route.of("POST", say + "/stream", "text_to_speech_stream", speech::stream),
        Route.of("POST", say + "/stream/with-timestamps", TIMED_STREAM, speech::timedStream),
        Route.of("GET", "/v1/models", "get_models", account::models),
        Route.of("GET", "/v2/voices", "get_user_voices_v2", account::voices),
        Route.of(
            "GET", "/v1/user/subscription", "get_user_subscription_info", account::subscription),
        Route.of("POST", "/v1/forced-alignment", "forced_alignment", alignment::align)
            .limit(UPLOAD));
  }

  @Override
  public Optional<Reply> refuse(Call call) {
    var key = call.header(KEY).orElse("");
    if (key.isBlank()) {
      return Optional.of(Problems.named("missing_api_key"));
    }
    return studio.keys().accept(Vendor.ELEVENLABS, key)
        ? Optional.empty()
        : Optional.of(Problems.named("invalid_api_key"));
  }

  @Override
  public Set<String> credentialHeaders() {
    return Set.of(KEY);
  }

  @Override
  public Reply unknown(Call call) {
    return Problems.named("method-not-allowed");
  }

  @Override
  public Map<String, Reply> errors() {
    return Problems.byName();
  }

  @Override
  public Reply rateLimited() {
    return Problems.named("rate_limit_exceeded");
  }

  @Override
  public List<String> mainOperations() {
    return List.of(TIMED, TIMED_STREAM);
  }

  @Override
  public List<String> paidOperations() {
    return List.of(TIMED, TIMED_STREAM);
  }

  @Override
  public List<Fault> afterAcceptance() {
    return List.of(
        new Fault.AcceptedError("internal_error"),
        new Fault.AcceptedError("service_unavailable"),
        new Fault.AcceptedError("unwrapped"));
  }

  @Override
  public Map<String, String> environment(String baseUrl) {
    return Map.of("ELEVENLABS_API_KEY", "sandbox-elevenlabs", "VIDGEN_ELEVENLABS_URL", baseUrl);
  }
}
