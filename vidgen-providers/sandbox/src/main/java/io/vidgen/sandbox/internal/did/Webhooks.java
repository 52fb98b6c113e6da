package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a client on this machine that something is over. Other addresses are never called. */
final class Webhooks {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final int TIMEOUT_MILLIS = 5000;

  /** Posts once; the vendor promises no second try. */
  void call(String address, JsonNode body) {
    if (!address.startsWith("http://127.0.0.1:")) {
      LOG.debug("a webhook elsewhere is not called");
      return;
    }
    try {
      var connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.toString().getBytes(StandardCharsets.UTF_8));
      }
      LOG.debug("webhook answered {}", connection.getResponseCode());
      connection.disconnect();
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("webhook failed", e);
    }
  }
}
