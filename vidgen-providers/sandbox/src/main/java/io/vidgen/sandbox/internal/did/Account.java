package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.time.Duration;

/** The one account that everyone uses. */
final class Account {
  static final String UNIT = "credits";
  static final String OWNER = "auth0|sandbox";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PERIOD = Duration.ofDays(30);

  private final Studio studio;

  Account(Studio studio) {
    this.studio = studio;
  }

  double remaining() {
    var used = studio.books().total(Vendor.DID, UNIT);
    return studio.credits().subtract(used).doubleValue();
  }

  ObjectNode credits() {
    var now = studio.clock().instant();
    double total = studio.credits().doubleValue();
    var node = JSON.createObjectNode();
    node.putArray("credits")
        .addObject()
        .put("owner_id", OWNER)
        .put("created_at", now.minus(PERIOD).toString())
        .put("modified_at", now.toString())
        .put("remaining", remaining())
        .put("total", total)
        .put("expire_at", now.plus(PERIOD).toString())
        .put("valid_from", now.minus(PERIOD).toString())
        .put("plan_group", "deid-sandbox")
        .put("product_billing_interval", "month");
    return node.put("remaining", remaining()).put("total", total);
  }
}
