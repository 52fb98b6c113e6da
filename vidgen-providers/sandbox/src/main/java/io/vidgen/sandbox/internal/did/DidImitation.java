package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Imitates D-ID. */
public final class DidImitation implements VendorImitation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNIT = "credits";

  private final Studio studio;

  /** Uses the studio's voices and tools. */
  public DidImitation(Studio studio) {
    this.studio = studio;
  }

  @Override
  public Vendor vendor() {
    return Vendor.DID;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("GET", "/credits", "GetCredits", this::credits));
  }

  private Reply credits(Call call) {
    var total = studio.credits().doubleValue();
    var used = studio.books().total(Vendor.DID, UNIT).doubleValue();
    var node = JSON.createObjectNode().put("remaining", total - used).put("total", total);
    node.putArray("credits");
    return Reply.json(200, node);
  }

  @Override
  public Optional<Reply> refuse(Call call) {
    var header = call.header("authorization").orElse("");
    return header.startsWith("Basic ") && studio.keys().accept(Vendor.DID, header.substring(6))
        ? Optional.empty()
        : Optional.of(DidErrors.of(401, "AuthorizationError", "user unauthenticated"));
  }

  @Override
  public Set<String> credentialHeaders() {
    return Set.of("authorization");
  }

  @Override
  public Reply unknown(Call call) {
    return DidErrors.gateway(
        403, "Invalid key=value pair (missing equal-sign) in Authorization header");
  }

  @Override
  public Map<String, Reply> errors() {
    return Map.of("AuthorizationError", DidErrors.of(401, "AuthorizationError", "unauthorized"));
  }

  @Override
  public Reply rateLimited() {
    return DidErrors.of(429, "TooManyRequests", "too many requests");
  }

  @Override
  public List<String> mainOperations() {
    return List.of("GetCredits");
  }
}
