package io.vidgen.google.internal.client;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.google.GoogleOptions;
import io.vidgen.google.GoogleOptionsBuilder;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads from settings how Google is reached. */
public final class SettingsReader {
  /** The variable that wins when both are set, as in Google's own libraries. */
  private static final String GOOGLE_KEY = "GOOGLE_API_KEY";

  /** The variable of the Gemini API's pages. */
  private static final String GEMINI_KEY = "GEMINI_API_KEY";

  /** The switch since google-genai calls the platform so. */
  private static final String ENTERPRISE = "GOOGLE_GENAI_USE_ENTERPRISE";

  private static final String VERTEX = "GOOGLE_GENAI_USE_VERTEXAI";
  private static final String PROJECT = "GOOGLE_CLOUD_PROJECT";
  private static final String LOCATION = "GOOGLE_CLOUD_LOCATION";
  private static final String CREDENTIALS = "GOOGLE_APPLICATION_CREDENTIALS";
  private static final String URL = "vidgen.google.url";
  private static final String REMEDY =
      "set "
          + GEMINI_KEY
          + " to a key from aistudio.google.com/apikey, or "
          + ENTERPRISE
          + " to true and "
          + PROJECT
          + " to a project";

  private final ProviderConfig config;
  private final String locationSetting;
  private final ProviderSettings settings;

  private SettingsReader(ProviderConfig config, String locationSetting) {
    this.config = config;
    this.locationSetting = locationSetting;
    this.settings = new ProviderSettings(config);
  }

  /**
   * Names of settings: those by which Google is reached, and those of one provider.
   *
   * @param prefix how those of the provider begin
   * @param names how they go on
   */
  public static Set<String> names(String prefix, String... names) {
    var all =
        new HashSet<>(
            ProviderSettings.names(
                "vidgen.google.", "url", "allow-http", "timeout", "concurrent", "concurrency"));
    all.addAll(ProviderSettings.names(prefix, names));
    return Set.copyOf(all);
  }

  /** Whether there is a key, or a project; for the factories of all Google providers. */
  public static Availability availability(ProviderConfig config) {
    var reader = new SettingsReader(config, LOCATION);
    boolean isPlatform;
    try {
      isPlatform = reader.isPlatform();
    } catch (VidgenException e) {
      return Availability.missing(e.failure().message(), e.failure().remedy());
    }
    if (isPlatform) {
      return config.environment(PROJECT).isPresent()
          ? Availability.available()
          : Availability.missing("no project for Google's platform", "set " + PROJECT);
    }
    return reader.key().isPresent()
        ? Availability.available()
        : Availability.missing("no API key of Google", REMEDY);
  }

  /** Reads; an exception names the setting that is wrong. */
  public static GoogleOptions read(ProviderConfig config) {
    return read(config, LOCATION);
  }

  /**
   * Reads for a provider whose models are offered in other locations than those of the others.
   *
   * @param config settings
   * @param locationSetting the setting that wins over {@code GOOGLE_CLOUD_LOCATION}
   */
  public static GoogleOptions read(ProviderConfig config, String locationSetting) {
    return new SettingsReader(config, locationSetting).read();
  }

  private GoogleOptions read() {
    var builder = isPlatform() ? platform() : keyed();
    var isAllowed = settings.flag("vidgen.google.allow-http", false);
    settings.baseAddress(URL).ifPresent(url -> builder.url(url, isAllowed));
    return builder
        .timeout(
            settings.duration(
                "vidgen.google.timeout",
                GoogleOptions.DEFAULT_TIMEOUT,
                Duration.ofSeconds(1),
                Duration.ofHours(1)))
        .concurrency(
            settings.integer(
                settings.either("vidgen.google.concurrent", "vidgen.google.concurrency"), 8, 1, 64))
        .build();
  }

  private GoogleOptionsBuilder keyed() {
    var key =
        key()
            .orElseThrow(
                () ->
                    VidgenException.of(FailureKind.AUTHENTICATION, "no API key of Google", REMEDY));
    return GoogleOptions.builder(key);
  }

  private GoogleOptionsBuilder platform() {
    var project =
        config
            .environment(PROJECT)
            .orElseThrow(
                () ->
                    VidgenException.of(
                        FailureKind.AUTHENTICATION,
                        "no project for Google's platform",
                        "set " + PROJECT));
    var own = config.value(locationSetting).map(String::strip);
    var location = own.or(() -> config.environment(LOCATION)).orElse("us-central1");
    GoogleOptionsBuilder builder;
    try {
      builder = GoogleOptions.platform(project, location);
      config.environment(CREDENTIALS).map(SettingsReader::path).ifPresent(builder::credentialsFile);
    } catch (IllegalArgumentException e) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          PROJECT + " or " + (own.isPresent() ? locationSetting : LOCATION) + ": " + e.getMessage(),
          "check both");
    }
    return builder;
  }

  private Optional<Secret> key() {
    return config.secret(GOOGLE_KEY).or(() -> config.secret(GEMINI_KEY));
  }

  /** As the SDK does, but it only warns on its standard error when the two disagree. */
  private boolean isPlatform() {
    var enterprise = platform(ENTERPRISE);
    var vertex = platform(VERTEX);
    if (enterprise.isPresent() && vertex.isPresent() && !enterprise.equals(vertex)) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          ENTERPRISE + " is " + enterprise.get() + ", but " + VERTEX + " is " + vertex.get(),
          "set one of them: they are two names of one choice, and say which account pays");
    }
    return enterprise.or(() -> vertex).orElse(false);
  }

  private Optional<Boolean> platform(String variable) {
    var text = config.environment(variable).map(value -> value.strip().toLowerCase(Locale.ROOT));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (Set.of("false", "0", "no", "off").contains(text.get())) {
      return Optional.of(false);
    }
    if (Set.of("true", "1", "yes", "on").contains(text.get())) {
      return Optional.of(true);
    }
    throw VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "setting " + variable + " is \"" + text.get() + "\"",
        "set it to true or false");
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST, "setting " + CREDENTIALS + " is no path", "check it");
    }
  }
}
