package io.vidgen.sandbox.internal.server;

import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A vendor's results in the bucket. It wants no credentials: one that arrives has leaked.
 *
 * @param vendor whose results
 * @param files where they are
 */
record Bucket(Vendor vendor, StoredFiles files) implements VendorImitation {

  @Override
  public List<Route> routes() {
    return List.of(Route.of("GET", "/", "DownloadResult", files::download));
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
    return StoredFiles.xml(404, "NoSuchKey", "The specified key does not exist.");
  }

  @Override
  public Map<String, Reply> errors() {
    return Map.of(
        "AccessDenied", StoredFiles.xml(403, "AccessDenied", "Request has expired"),
        "NoSuchKey", StoredFiles.xml(404, "NoSuchKey", "The specified key does not exist."),
        "SlowDown", StoredFiles.xml(503, "SlowDown", "Please reduce your request rate."),
        "InternalError",
            StoredFiles.xml(500, "InternalError", "We encountered an internal error."));
  }

  @Override
  public Reply rateLimited() {
    return StoredFiles.xml(429, "TooManyRequests", "Please reduce your request rate.");
  }

  @Override
  public List<String> mainOperations() {
    return List.of("DownloadResult");
  }
}
