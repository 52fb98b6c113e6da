package io.vidgen.google;

import com.google.auth.oauth2.GoogleCredentials;
import io.vidgen.google.internal.client.ExtraHeaders;
import io.vidgen.google.internal.client.PlatformAddress;
import io.vidgen.google.internal.client.Tokens;
import io.vidgen.rest.internal.http.BaseAddress;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds {@link GoogleOptions}. */
public final class GoogleOptionsBuilder {
  private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9.:-]{1,100}");
  private static final Duration LONGEST = Duration.ofHours(1);

  @Nullable Secret key;
  @Nullable String project;
  @Nullable String location;
  @Nullable Supplier<Map<String, String>> tokens;
  URI url;
  Map<String, String> headers = Map.of();
  Duration timeout = GoogleOptions.DEFAULT_TIMEOUT;
  int concurrency = 8;

  private GoogleOptionsBuilder(URI url) {
    this.url = url;
  }

  GoogleOptionsBuilder(GoogleOptionsBuilder other) {
    key = other.key;
    project = other.project;
    location = other.location;
    tokens = other.tokens;
    url = other.url;
    headers = other.headers;
    timeout = other.timeout;
    concurrency = other.concurrency;
  }

  static GoogleOptionsBuilder withKey(Secret key) {
    var builder = new GoogleOptionsBuilder(URI.create(GoogleOptions.DEFAULT_URL));
    builder.key = key;
    return builder;
  }

  static GoogleOptionsBuilder onPlatform(String project, String location) {
    requirePlace("project", project);
    requirePlace("location", location);
    var builder = new GoogleOptionsBuilder(PlatformAddress.of(location));
    builder.project = project;
    builder.location = location;
    builder.tokens = Tokens.applicationDefault();
    return builder;
  }

  /**
   * Gives access tokens for the platform, each good for at least a minute. Asked at every call, so
   * it should keep them.
   *
   * @param supplier gives a token
   * @return this
   * @throws IllegalStateException on the Gemini API, which takes a key
   */
  public GoogleOptionsBuilder accessTokens(Supplier<Secret> supplier) {
    requirePlatform();
    this.tokens = Tokens.of(supplier);
    return this;
  }

  /**
   * Credentials for the platform. They are refreshed when needed, and given the scope {@code
   * cloud-platform} when they need one.
   *
   * @param credentials credentials of Google's own library
   * @return this
   * @throws IllegalStateException on the Gemini API, which takes a key
   */
  public GoogleOptionsBuilder credentials(GoogleCredentials credentials) {
    requirePlatform();
    this.tokens = Tokens.of(credentials);
    return this;
  }

  /**
   * A file with credentials for the platform, as {@code GOOGLE_APPLICATION_CREDENTIALS} names one;
   * read at the first call.
   *
   * @param json the file
   * @return this
   * @throws IllegalStateException on the Gemini API, which takes a key
   */
  public GoogleOptionsBuilder credentialsFile(Path json) {
    requirePlatform();
    this.tokens = Tokens.of(json);
    return this;
  }

  /**
   * The service's address, without a version.
   *
   * @param address {@code https}, or {@code http} for a host that looks local
   * @return this
   * @throws io.vidgen.error.VidgenException if it cannot be used
   */
  public GoogleOptionsBuilder url(URI address) {
    return url(address, false);
  }

  /**
   * The service's address, without a version.
   *
   * @param address {@code http} or {@code https}
   * @param allowHttp whether keys may go unencrypted to a host elsewhere
   * @return this
   * @throws io.vidgen.error.VidgenException if it cannot be used
   */
  public GoogleOptionsBuilder url(URI address, boolean allowHttp) {
    this.url = BaseAddress.checked(BaseAddress.Source.of("google", allowHttp), address);
    return this;
  }

  /**
   * Headers that are sent besides the SDK's own; never credentials, since their values are not kept
   * out of messages. Replaces those set before.
   *
   * @param names names and values
   * @return this
   * @throws IllegalArgumentException if the name of one says that it carries credentials, such as
   *     {@code Authorization} or {@code x-goog-api-key}
   */
  public GoogleOptionsBuilder headers(Map<String, String> names) {
    names.keySet().forEach(ExtraHeaders::requireNoCredential);
    this.headers = Map.copyOf(names);
    return this;
  }

  /**
   * How long one call that generates may take: a script, a picture, or the submit of a clip.
   *
   * @param longest 1 s to 1 h, 5 min by default
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public GoogleOptionsBuilder timeout(Duration longest) {
    if (longest.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("timeout must be 1 s to 1 h, not " + longest);
    }
    this.timeout = longest;
    return this;
  }

  /**
   * Most calls that generate at once; others wait for their turn.
   *
   * @param most 1 to 64, 8 by default
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public GoogleOptionsBuilder concurrency(int most) {
    if (most < 1 || most > 64) {
      throw new IllegalArgumentException("concurrency must be 1 to 64, not " + most);
    }
    this.concurrency = most;
    return this;
  }

  /**
   * Finishes; connects to nothing.
   *
   * @return the options
   */
  public GoogleOptions build() {
    return new GoogleOptions(this);
  }

  private void requirePlatform() {
    if (project == null) {
      throw new IllegalStateException(
          "credentials are for the platform: begin with GoogleOptions.platform(project, location)");
    }
  }

  private static void requirePlace(String name, String value) {
    if (!PLACE.matcher(value).matches()) {
      throw new IllegalArgumentException(name + " must be letters, digits, '-', '.' and ':' only");
    }
  }
}
