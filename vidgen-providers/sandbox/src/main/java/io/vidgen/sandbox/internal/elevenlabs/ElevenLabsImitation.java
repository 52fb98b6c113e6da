package io.vidgen.sandbox.internal.elevenlabs;

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

/** Not there yet: answers 404 to everything. */
public final class ElevenLabsImitation implements VendorImitation {

  /** Uses the studio's voices and tools. */
  public ElevenLabsImitation(Studio studio) {
    studio.clock();
  }

  @Override
  public Vendor vendor() {
    return Vendor.ELEVENLABS;
  }

  @Override
  public List<Route> routes() {
    return List.of();
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
    return Reply.empty(404);
  }

  @Override
  public Map<String, Reply> errors() {
    return Map.of();
  }

  @Override
  public Reply rateLimited() {
    return Reply.empty(429);
  }

  @Override
  public List<String> mainOperations() {
    return List.of();
  }
}
