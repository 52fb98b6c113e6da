package io.vidgen.rest.did;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.rest.internal.http.ClientLimits;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.rest.internal.http.VendorClientBuilder;
import io.vidgen.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways to D-ID.
 *
 * @param plain for everything but submits
 * @param foreign for submits with a voice of ElevenLabs, which carry its key too where there is one
 */
record DidConnection(VendorClient plain, VendorClient foreign) {
  /** The gateway before D-ID gives up after 29 s; more silence than this is a dead line. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

  /** A shorter part of an address is no token, and would take messages apart. */
  private static final int SHORTEST_HIDDEN = 6;

  static DidConnection of(DidOptions options) {
    var authorization = Map.of("Authorization", authorization(options));
    var plain = client(options, authorization);
    var other = options.elevenLabsKey();
    if (other == null) {
      return new DidConnection(plain, plain);
    }
    JsonNode keys = Json.object().put("elevenlabs", other.reveal());
    var both =
        Map.of("Authorization", authorization(options), "x-api-key-external", Json.write(keys));
    return new DidConnection(plain, client(options, both));
  }

  private static VendorClient client(DidOptions options, Map<String, String> credentials) {
    var client =
        VendorClient.builder(DidAvatarProvider.ID, options.address())
            .credentials(() -> credentials)
            .errors(new DidErrors())
            .limits(
                ClientLimits.DEFAULT
                    .submit(options.submitLimit(), silence(options.submitLimit()))
                    .ask(options.askLimit(), silence(options.askLimit()))
                    .download(options.downloadLimit(), silence(options.downloadLimit())))
            .addSecret(options.key());
    var key = options.key().reveal();
    int colon = key.indexOf(':');
    if (colon >= 0 && colon < key.length() - 1) {
      client.addSecret(Secret.of(key.substring(colon + 1)));
    }
    var other = options.elevenLabsKey();
    if (other != null) {
      client.addSecret(other);
    }
    var webhook = options.webhook();
    if (webhook != null) {
      addHidden(client, webhook.getRawPath());
      addHidden(client, webhook.getRawQuery());
    }
    return client.build();
  }

  /** People put a token into a webhook's address, and D-ID repeats addresses that it refuses. */
  private static void addHidden(VendorClientBuilder client, @Nullable String part) {
    if (part != null && part.length() >= SHORTEST_HIDDEN) {
      client.addSecret(Secret.of(part.startsWith("/") ? part.substring(1) : part));
    }
  }

  static String authorization(DidOptions options) {
    var key = options.key().reveal();
    return switch (options.auth()) {
      case RAW -> "Basic " + key;
      case BASE64 -> "Basic " + (key.indexOf(':') < 0 ? key : encoded(key));
      case BEARER -> "Bearer " + key;
    };
  }

  private static String encoded(String key) {
    return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static Duration silence(Duration limit) {
    return limit.compareTo(LONGEST_SILENCE) < 0 ? limit : LONGEST_SILENCE;
  }
}
