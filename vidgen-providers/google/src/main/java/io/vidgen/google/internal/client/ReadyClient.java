package io.vidgen.google.internal.client;

import com.google.genai.ApiClient;
import com.google.genai.Client;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.google.GoogleOptions;
import io.vidgen.google.GoogleOptionsBuilder;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.util.Map;

/** Takes over what a ready client of the SDK knows. */
public final class ReadyClient {
  private ReadyClient() {}

  /** A builder that goes where the client goes. */
  public static GoogleOptionsBuilder options(Client client) {
    var inner = inner(client);
    var builder = builder(client, inner);
    var http = inner.httpOptions();
    http.baseUrl().ifPresent(url -> builder.url(URI.create(url)));
    return builder.headers(ExtraHeaders.of(http.headers().orElse(Map.of())));
  }

  private static GoogleOptionsBuilder builder(Client client, ApiClient inner) {
    var key = client.apiKey();
    if (!client.vertexAI()) {
      return GoogleOptions.builder(Secret.of(key));
    }
    var project = client.project();
    var location = client.location();
    var credentials = inner.credentials();
    if (project == null || location == null || credentials == null) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "the client has no project, location and credentials",
          "on the platform use all three; express mode (a key alone) is not supported");
    }
    return GoogleOptions.platform(project, location).credentials(credentials);
  }

  /** The SDK shows address and credentials nowhere else. */
  private static ApiClient inner(Client client) {
    try {
      var field = Client.class.getDeclaredField("apiClient");
      field.setAccessible(true);
      if (field.get(client) instanceof ApiClient inner) {
        return inner;
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Said below, as when it is something else.
    }
    throw VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "this version of google-genai does not let a ready client's settings be read",
        "use GoogleOptions.builder(key) or GoogleOptions.platform(project, location)");
  }
}
