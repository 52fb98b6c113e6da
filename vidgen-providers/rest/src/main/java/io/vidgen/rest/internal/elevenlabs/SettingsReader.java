package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.rest.elevenlabs.ElevenLabsDictionary;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProvider;
import io.vidgen.rest.elevenlabs.ElevenLabsVoiceSettings;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.VoiceGender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the options from settings. */
public final class SettingsReader {
  /** The environment variable of the key. */
  public static final String KEY = "ELEVENLABS_API_KEY";

  /** How to get a key. */
  public static final String REMEDY =
      "set " + KEY + " to a key from elevenlabs.io, Developers, API keys";

  private static final String PREFIX = "vidgen.elevenlabs.";

  /** All settings that are read here. */
  public static final Set<String> NAMES =
      ProviderSettings.names(
          PREFIX,
          "url",
          "allow-http",
          "model",
          "voice",
          "voice-gender",
          "stability",
          "similarity",
          "style",
          "speed",
          "speaker-boost",
          "language-code",
          "normalization",
          "language-normalization",
          "logging",
          "streaming",
          "repair",
          "part-length",
          "timeout",
          "format",
          "seed",
          "dictionaries",
          "concurrent",
          "concurrency",
          "requests-per-minute",
          "usd-per-1000-characters");

  private final ProviderConfig config;

  private SettingsReader(ProviderConfig config) {
    this.config = config;
  }

  /** Reads; an exception names the setting that is wrong. */
  public static ElevenLabsOptions read(ProviderConfig config) {
    return new SettingsReader(config).read();
  }

  private ElevenLabsOptions read() {
    var key =
        config
            .secret(KEY)
            .orElseThrow(
                () ->
                    VidgenException.of(
                        FailureKind.AUTHENTICATION, "no API key of ElevenLabs", REMEDY));
    var settings = new ProviderSettings(config);
    var builder =
        ElevenLabsOptions.builder(key)
            .url(
                settings.baseAddress(PREFIX + "url", ElevenLabsOptions.DEFAULT_URL),
                settings.flag(PREFIX + "allow-http", false))
            .model(settings.text(PREFIX + "model", ElevenLabsOptions.DEFAULT_MODEL))
            .voice(settings.text(PREFIX + "voice", ElevenLabsOptions.DEFAULT_VOICE))
            .voiceGender(settings.choice(PREFIX + "voice-gender", VoiceGender.UNKNOWN))
            .voiceSettings(voiceSettings(settings))
            .languageCode(settings.flag(PREFIX + "language-code", true))
            .normalization(
                settings.choice(PREFIX + "normalization", ElevenLabsOptions.Normalization.AUTO))
            .languageNormalization(settings.flag(PREFIX + "language-normalization", false))
            .logging(settings.flag(PREFIX + "logging", true))
            .streaming(settings.flag(PREFIX + "streaming", false))
            .repair(settings.flag(PREFIX + "repair", false))
            .partLength(settings.integer(PREFIX + "part-length", 2500, 100, 5000))
            .timeout(
                settings.duration(
                    PREFIX + "timeout",
                    Duration.ofMinutes(4),
                    Duration.ofMillis(100),
                    Duration.ofHours(1)));
    config.priceCard(ElevenLabsSpeechProvider.ID).ifPresent(builder::prices);
    take("format", Function.identity(), builder::format);
    take("seed", Long::valueOf, builder::seed);
    take("dictionaries", SettingsReader::dictionaries, builder::dictionaries);
    var most = settings.either(PREFIX + "concurrent", PREFIX + "concurrency");
    take(most.substring(PREFIX.length()), Integer::valueOf, builder::concurrency);
    take("requests-per-minute", Integer::valueOf, builder::requestsPerMinute);
    take("usd-per-1000-characters", Money::usd, builder::rate);
    return builder.build();
  }

  private ElevenLabsVoiceSettings voiceSettings(ProviderSettings settings) {
    return new ElevenLabsVoiceSettings(
        number("stability", 0, 1),
        number("similarity", 0, 1),
        number("style", 0, 1),
        number("speed", ElevenLabsVoiceSettings.SLOWEST, ElevenLabsVoiceSettings.FASTEST),
        config.value(PREFIX + "speaker-boost").isEmpty()
            ? null
            : (Boolean) settings.flag(PREFIX + "speaker-boost", true));
  }

  private @Nullable Double number(String name, double least, double most) {
    var found = new ArrayList<Double>();
    take(
        name,
        Double::valueOf,
        value -> {
          if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("must be " + least + " to " + most);
          }
          found.add(value);
        });
    return found.isEmpty() ? null : found.get(0);
  }

  private <T> void take(String name, Function<String, T> reader, Consumer<T> taker) {
    Optional<String> text = config.value(PREFIX + name).map(String::strip);
    if (text.isEmpty()) {
      return;
    }
    try {
      taker.accept(reader.apply(text.get()));
    } catch (IllegalArgumentException e) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "setting " + PREFIX + name + " is \"" + text.get() + "\"",
          e instanceof NumberFormatException
              ? "set it to a number"
              : String.valueOf(e.getMessage()));
    }
  }

  private static List<ElevenLabsDictionary> dictionaries(String text) {
    var all = new ArrayList<ElevenLabsDictionary>();
    for (var part : text.split(",", -1)) {
      int colon = part.indexOf(':');
      all.add(
          colon < 0
              ? new ElevenLabsDictionary(part.strip(), null)
              : new ElevenLabsDictionary(
                  part.substring(0, colon).strip(), part.substring(colon + 1).strip()));
    }
    return all;
  }
}
