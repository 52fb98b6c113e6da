package io.vidgen.sandbox.internal.vendor;

import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * Which credentials are good. By default every one that is not blank.
 *
 * @param required the only good one of a vendor, where that is set
 */
public record Keys(Map<Vendor, Secret> required) {

  /** Copies the map. */
  public Keys {
    required = Map.copyOf(required);
  }

  /** Whether a credential is good, in any of the forms in which the client may have sent it. */
  public boolean accept(Vendor vendor, String... forms) {
    var only = Optional.ofNullable(required.get(vendor));
    for (String form : forms) {
      if (!form.isBlank() && (only.isEmpty() || only.get().equals(Secret.of(form)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether calls without any credential are fine for a server without login. */
  public boolean optional(Vendor vendor) {
    return !required.containsKey(vendor);
  }
}
