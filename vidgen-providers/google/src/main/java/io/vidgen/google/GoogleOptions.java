package io.vidgen.google;

import com.google.genai.Client;
import io.vidgen.google.internal.client.GoogleCalls;
import io.vidgen.google.internal.client.GoogleErrors;
import io.vidgen.google.internal.client.ReadyClient;
import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How Google is reached: with an API key (Gemini API), or with a project, a location and
 * credentials (Gemini Enterprise Agent Platform, once Vertex AI). Immutable; shows no secret.
 */
public final class GoogleOptions {
  /** The address of the Gemini API. */
  public static final String DEFAULT_URL = "https://generativelanguage.googleapis.com";

  /** How long a call that generates may take unless said otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  private final GoogleOptionsBuilder from;
  private final Map<String, String> headers;

  GoogleOptions(GoogleOptionsBuilder from) {
    this.from = new GoogleOptionsBuilder(from);
    this.headers = Map.copyOf(from.headers);
  }

  /**
   * A builder for the Gemini API that begins with the defaults.
   *
   * @param key the API key
   * @return the builder
   */
  public static GoogleOptionsBuilder builder(Secret key) {
    return GoogleOptionsBuilder.withKey(key);
  }

  /**
   * A builder for the platform. Without credentials it uses the application default ones, which are
   * looked for at the first call.
   *
   * @param project id of the project
   * @param location such as {@code us-central1}
   * @return the builder
   * @throws IllegalArgumentException if either holds another character than letters, digits, {@code
   *     -}, {@code .} and {@code :}
   */
  public static GoogleOptionsBuilder platform(String project, String location) {
    return GoogleOptionsBuilder.onPlatform(project, location);
  }

  /**
   * A builder that takes over key, credentials, project, location, address and extra headers of a
   * ready client. Its HTTP client is not used, and neither are its retries, timeouts and proxy: the
   * SDK sends a paid request up to five times, and a foreign HTTP client may send it again by
   * itself, so calls go out by a client of this library. The ready client is left open.
   *
   * @param client a client
   * @return the builder
   * @throws io.vidgen.error.VidgenException if this version of the SDK does not let them be read
   * @throws IllegalArgumentException if an extra header carries credentials
   */
  public static GoogleOptionsBuilder client(Client client) {
    return ReadyClient.options(client);
  }

  /**
   * Reads {@code GOOGLE_API_KEY}, or else {@code GEMINI_API_KEY}. With {@code
   * GOOGLE_GENAI_USE_ENTERPRISE} true, or its older name {@code GOOGLE_GENAI_USE_VERTEXAI}, it
   * reads {@code GOOGLE_CLOUD_PROJECT}, {@code GOOGLE_CLOUD_LOCATION} (us-central1 by default) and
   * {@code GOOGLE_APPLICATION_CREDENTIALS} instead. Settings: {@code vidgen.google.url}, {@code
   * .allow-http}, {@code .timeout} (5 min by default, 1 s to 1 h) and {@code .concurrent} (8 by
   * default, 1 to 64; before: {@code .concurrency}).
   *
   * @param config settings
   * @return the options
   * @throws io.vidgen.error.VidgenException if a key or project is missing, a setting makes no
   *     sense, or the two names of the platform's switch disagree
   */
  public static GoogleOptions from(ProviderConfig config) {
    return SettingsReader.read(config);
  }

  /**
   * Whether the platform is meant and not the Gemini API.
   *
   * @return true for the platform
   */
  public boolean isPlatform() {
    return from.project != null;
  }

  /**
   * The API key.
   *
   * @return the key; empty on the platform
   */
  public Optional<Secret> key() {
    return Optional.ofNullable(from.key);
  }

  /**
   * Id of the project.
   *
   * @return the project; empty on the Gemini API
   */
  public Optional<String> project() {
    return Optional.ofNullable(from.project);
  }

  /**
   * Location on the platform.
   *
   * @return the location; empty on the Gemini API
   */
  public Optional<String> location() {
    return Optional.ofNullable(from.location);
  }

  /**
   * The service's address, without a version.
   *
   * @return {@link #DEFAULT_URL}, or the location's address on the platform, by default
   */
  public URI url() {
    return from.url;
  }

  /**
   * Headers that are sent besides the SDK's own; never credentials.
   *
   * @return names and values; none by default
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * How long one call that generates may take.
   *
   * @return {@link #DEFAULT_TIMEOUT} by default
   */
  public Duration timeout() {
    return from.timeout;
  }

  /**
   * Most calls that generate at once.
   *
   * @return 8 by default
   */
  public int concurrency() {
    return from.concurrency;
  }

  /**
   * Calls of one provider. Key and tokens leave these options by no other way than this.
   *
   * @param provider its id
   * @param unknownModel what to say of a model that Google does not know
   */
  GoogleCalls calls(String provider, String unknownModel) {
    return new GoogleCalls(provider, this, credentials(), new GoogleErrors(unknownModel));
  }

  /**
   * The account whose limits count for a model: Google counts by project and model, and knows the
   * project by the key.
   *
   * @param model id of the model
   * @param limits what it may do
   */
  ProviderAccount account(String model, AccountLimits limits) {
    var holder = key().orElseGet(() -> Secret.of(from.project + "/" + from.location));
    return ProviderAccount.of("google/" + model, url(), holder, limits);
  }

  /** Whether Google itself is asked, and nobody who stands in for it. */
  boolean isGoogle() {
    var host = url().getHost();
    return host != null && host.toLowerCase(Locale.ROOT).endsWith(".googleapis.com");
  }

  private Supplier<Map<String, String>> credentials() {
    var fixed = new HashMap<>(headers);
    key().ifPresent(key -> fixed.put("x-goog-api-key", key.reveal()));
    var tokens = from.tokens;
    if (tokens == null) {
      return () -> fixed;
    }
    return () -> {
      var all = new HashMap<>(fixed);
      all.putAll(tokens.get());
      return all;
    };
  }

  @Override
  public String toString() {
    return "GoogleOptions["
        + url()
        + (isPlatform() ? ", project " + from.project + ", " + from.location : "")
        + "]";
  }
}
