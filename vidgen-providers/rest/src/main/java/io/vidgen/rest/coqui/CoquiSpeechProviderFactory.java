package io.vidgen.rest.coqui;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import io.vidgen.spi.VoiceGender;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Narration by a Coqui TTS server of yours, the original or the idiap fork: id {@code coqui}.
 * {@code COQUI_URL} or {@code vidgen.coqui.url} names it; below {@code vidgen.coqui.} are {@code
 * route} ({@code tts} or {@code openai}), {@code model}, {@code speaker}, {@code speaker-wav} (a
 * path on the server), {@code style}, {@code gender} (of the voice), {@code language}, {@code
 * languages} (separated by commas), {@code part-length}, {@code concurrent} calls (1; before:
 * {@code parallel}) and {@code timeout}; see {@link CoquiOptions}. Plain HTTP to a host that does
 * not look local needs {@code allow-http = true}.
 */
public final class CoquiSpeechProviderFactory implements SpeechProviderFactory {
  private static final String PREFIX = "vidgen.coqui.";
  private static final String URL = PREFIX + "url";
  private static final String VARIABLE = "COQUI_URL";
  private static final String REMEDY =
      "set " + VARIABLE + " to the address of your server, such as http://127.0.0.1:5002";

  /** For {@link java.util.ServiceLoader}. */
  public CoquiSpeechProviderFactory() {}

  @Override
  public String id() {
    return CoquiSpeechProvider.ID;
  }

  @Override
  public Availability availability(ProviderConfig config) {
    boolean isThere = config.value(URL).isPresent() || config.environment(VARIABLE).isPresent();
    return isThere
        ? Availability.available()
        : Availability.missing("no address of a Coqui server", REMEDY);
  }

  @Override
  public SpeechProvider create(ProviderConfig config) {
    return new CoquiSpeechProvider(options(config));
  }

  @Override
  public Optional<Set<String>> settings() {
    return Optional.of(
        ProviderSettings.names(
            PREFIX,
            "url",
            "allow-http",
            "route",
            "model",
            "speaker",
            "speaker-wav",
            "style",
            "gender",
            "language",
            "languages",
            "part-length",
            "concurrent",
            "parallel",
            "timeout"));
  }

  /**
   * Reads the options from settings.
   *
   * @param config settings
   * @return the options
   * @throws VidgenException if a setting makes no sense or the address is missing
   */
  public static CoquiOptions options(ProviderConfig config) {
    var settings = new ProviderSettings(config);
    var address =
        settings
            .baseAddress(URL, new ProviderSettings.Variable(VARIABLE))
            .orElseThrow(
                () ->
                    VidgenException.of(
                        FailureKind.INVALID_REQUEST, "no address of a Coqui server", REMEDY));
    return CoquiOptions.builder(address, settings.flag(PREFIX + "allow-http", false))
        .route(settings.choice(PREFIX + "route", CoquiRoute.TTS))
        .model(settings.text(PREFIX + "model", ""))
        .speaker(optional(config, "speaker"))
        .speakerWav(optional(config, "speaker-wav"))
        .style(optional(config, "style"))
        .gender(settings.choice(PREFIX + "gender", VoiceGender.UNKNOWN))
        .language(settings.text(PREFIX + "language", CoquiOptions.AUTO))
        .languages(
            Arrays.stream(settings.text(PREFIX + "languages", "").split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet()))
        .partLength(settings.integer(PREFIX + "part-length", 0, 0, 5000))
        .parallel(
            settings.integer(settings.either(PREFIX + "concurrent", PREFIX + "parallel"), 1, 1, 64))
        .timeout(
            settings.duration(
                PREFIX + "timeout",
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                Duration.ofHours(1)))
        .build();
  }

  private static @Nullable String optional(ProviderConfig config, String name) {
    return config.value(PREFIX + name).map(String::strip).orElse(null);
  }
}
