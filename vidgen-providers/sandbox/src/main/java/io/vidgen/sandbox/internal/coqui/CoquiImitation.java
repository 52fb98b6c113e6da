package io.vidgen.sandbox.internal.coqui;

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

/**
 * Imitates Coqui servers: the idiap fork with XTTS at {@code /coqui}, the archived original with a
 * model of one voice at {@code /coqui/original}, and with one of many voices and languages at
 * {@code /coqui/original-many}. Files below {@code /voices/} are taken to be there to be cloned.
 */
public final class CoquiImitation implements VendorImitation {
  private final List<CoquiServerRoutes> servers;

  /** Uses the studio's voices and tools. */
  public CoquiImitation(Studio studio) {
    this.servers =
        CoquiModel.ALL.stream().map(model -> new CoquiServerRoutes(studio, model)).toList();
  }

  @Override
  public Vendor vendor() {
    return Vendor.COQUI;
  }

  @Override
  public List<Route> routes() {
    return servers.stream().flatMap(server -> server.routes().stream()).toList();
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
    return CoquiPages.notFound();
  }

  @Override
  public Map<String, Reply> errors() {
    var errors = new LinkedHashMap<String, Reply>();
    errors.put("blank-text", CoquiPages.error(400, "Text parameter is required"));
    errors.put("synthesis", CoquiPages.error(500, "TTS synthesis failed: 'Nobody'"));
    errors.put("memory", CoquiPages.error(500, "TTS synthesis failed: CUDA out of memory."));
    errors.put("page", CoquiPages.serverError());
    errors.put("not-found", CoquiPages.notFound());
    errors.put("forbidden", CoquiPages.page(403, "Forbidden", "No."));
    return errors;
  }

  @Override
  public Reply rateLimited() {
    return CoquiPages.page(429, "Too Many Requests", "A proxy has had enough.");
  }

  @Override
  public List<String> mainOperations() {
    return List.of("Tts", "Speech", "Voices", "Locales");
  }

  @Override
  public Map<String, String> environment(String baseUrl) {
    return Map.of("COQUI_URL", baseUrl);
  }
}
