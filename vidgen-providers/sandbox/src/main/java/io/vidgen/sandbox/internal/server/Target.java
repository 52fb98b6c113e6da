package io.vidgen.sandbox.internal.server;

import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes.
 *
 * @param imitation of the vendor
 * @param route null for a path that the vendor does not have
 * @param method such as {@code GET}
 * @param path below the vendor's prefix
 * @param params values of the route's placeholders
 */
record Target(
    VendorImitation imitation,
    @Nullable Route route,
    String method,
    String path,
    Map<String, String> params) {

  Vendor vendor() {
    return imitation.vendor();
  }

  String operation() {
    return route == null ? "unknown" : route.operation();
  }
}
