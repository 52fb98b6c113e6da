package io.vidgen.rest.internal.whisper;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached and what it is asked.
 *
 * @param base address, with {@code /v1} for OpenAI, without for a server of one's own
 * @param key sent to that address only; null for none
 * @param hosted whether it is OpenAI, which charges
 * @param shape whose API it speaks
 * @param model its name there
 * @param partBytes most bytes of one upload
 * @param timeout longest call
 * @param parallel most calls at once
 * @param requests most requests in a minute; 0 when not known
 * @param prices what it charges; null where it is free
 */
record WhisperOptions(
    URI base,
    @Nullable Secret key,
    boolean hosted,
    ServerShape shape,
    String model,
    long partBytes,
    Duration timeout,
    int parallel,
    int requests,
    @Nullable WhisperPrices prices) {
  static final String URL = "WHISPER_URL";
  static final String KEY = "OPENAI_API_KEY";

  private static final String URL_SETTING = "vidgen.whisper.url";
  private static final String OPENAI_SETTING = "vidgen.whisper.openai-url";
  private static final String OPENAI_URL = "OPENAI_BASE_URL";
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String OWN_KEY = "WHISPER_API_KEY";
  private static final String MODEL = "vidgen.whisper.model";

  /** All settings that are read here. */
  static final Set<String> NAMES =
      ProviderSettings.names(
          "vidgen.whisper.",
          "url",
          "openai-url",
          "allow-http",
          "shape",
          "model",
          "max-kilobytes",
          "timeout",
          "concurrent",
          "parallel",
          "requests-per-minute",
          "usd-per-minute");

  /** OpenAI takes 26,214,400 bytes, the other parts of the form included. */
  private static final int HOSTED_KILOBYTES = 25 * 1024 - 64;

  /** Ten minutes, which is what vLLM takes, are 18,750 KiB. */
  private static final int OWN_KILOBYTES = 18_000;

  static Availability availability(ProviderConfig config) {
    boolean there =
        config.environment(URL).isPresent()
            || config.value(URL_SETTING).isPresent()
            || config.secret(KEY).isPresent();
    return there
        ? Availability.available()
        : Availability.missing(
            "neither a server of your own nor a key of OpenAI is set",
            "set " + URL + " to your server's address, or " + KEY);
  }

  static WhisperOptions of(ProviderConfig config) {
    var settings = new ProviderSettings(config);
    var own = settings.baseAddress(URL_SETTING, new ProviderSettings.Variable(URL));
    var key = config.secret(KEY);
    if (own.isEmpty() && key.isEmpty()) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "neither " + URL + " nor " + KEY + " is set",
          "set " + URL + " to your server's address, or " + KEY);
    }
    boolean hosted = own.isEmpty();
    var model = model(settings);
    if (hosted && model.startsWith("gpt-4o")) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "setting " + MODEL + " is \"" + model + "\", which reports no times of words",
          "set it to whisper-1");
    }
    return new WhisperOptions(
        own.map(WhisperOptions::root).orElseGet(() -> openAi(settings)),
        (hosted ? key : config.secret(OWN_KEY)).orElse(null),
        hosted,
        settings.choice("vidgen.whisper.shape", hosted ? ServerShape.OPENAI : ServerShape.AUTO),
        model,
        1024L
            * settings.integer(
                "vidgen.whisper.max-kilobytes",
                hosted ? HOSTED_KILOBYTES : OWN_KILOBYTES,
                100,
                1 << 20),
        settings.duration(
            "vidgen.whisper.timeout",
            Duration.ofMinutes(10),
            Duration.ofMillis(50),
            Duration.ofHours(6)),
        settings.integer(
            settings.either("vidgen.whisper.concurrent", "vidgen.whisper.parallel"),
            hosted ? 8 : 2,
            1,
            100),
        settings.integer("vidgen.whisper.requests-per-minute", 0, 1, AccountLimits.MOST),
        hosted ? WhisperPrices.of(config, model, InstantSource.system()) : null);
  }

  /** The same setting may name a model's file, for whisper.cpp on this machine. */
  private static String model(ProviderSettings settings) {
    var usual = "whisper-1";
    var model = settings.text(MODEL, usual);
    return model.toLowerCase(Locale.ROOT).endsWith(".bin") ? usual : model;
  }

  /** A gateway in front of OpenAI has a setting, and the variable of OpenAI's own clients. */
  private static URI openAi(ProviderSettings settings) {
    return settings
        .baseAddress(OPENAI_SETTING, new ProviderSettings.Variable(OPENAI_URL))
        .orElseGet(() -> URI.create(OPENAI));
  }

  /** People copy the address with or without the path of an operation. */
  private static URI root(URI address) {
    var text = address.toString();
    for (var ending : new String[] {"/audio/transcriptions", "/inference", "/v1"}) {
      if (text.endsWith(ending)) {
        text = text.substring(0, text.length() - ending.length());
      }
    }
    return URI.create(text);
  }
}
