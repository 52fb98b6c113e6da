package io.vidgen.rest.did;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Money;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Reads options from settings. */
final class DidSettings {
  private static final String PREFIX = "vidgen.d-id.";

  /** All that are read here. */
  static final Set<String> NAMES =
      ProviderSettings.names(
          PREFIX,
          "url",
          "allow-http",
          "auth",
          "product",
          "text-limit",
          "result-format",
          "stitch",
          "fluent",
          "pad-audio",
          "typical-time",
          "time-limit",
          "submit-limit",
          "ask-limit",
          "download-limit",
          "reconcile",
          "list-lag",
          "requests-per-minute",
          "concurrent",
          "voice",
          "webhook",
          "price-per-second",
          "background-color");

  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private DidSettings() {}

  static DidOptions read(Secret key, ProviderConfig config) {
    var settings = new ProviderSettings(config);
    var defaults = DidOptions.builder(key).build();
    var options = defaults.toBuilder();
    options.address(
        settings.baseAddress(PREFIX + "url", defaults.address().toString()),
        settings.flag(PREFIX + "allow-http", false));
    options.auth(settings.choice(PREFIX + "auth", defaults.auth()));
    options.product(settings.choice(PREFIX + "product", defaults.product()));
    options.textLimit(
        settings.integer(
            PREFIX + "text-limit",
            defaults.textLimit(),
            DidOptionsBuilder.SHORTEST_TEXT,
            DidOptionsBuilder.LONGEST_TEXT));
    options.resultFormat(settings.choice(PREFIX + "result-format", defaults.resultFormat()));
    options.stitch(settings.flag(PREFIX + "stitch", defaults.stitch()));
    options.fluent(settings.flag(PREFIX + "fluent", defaults.fluent()));
    options.padAudio(
        settings.duration(
            PREFIX + "pad-audio", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(60)));
    options.pollTimes(
        settings.duration(PREFIX + "typical-time", defaults.typicalTime(), MOMENT, HOUR),
        settings.duration(PREFIX + "time-limit", defaults.timeLimit(), Duration.ofSeconds(1), DAY));
    options.callLimits(
        settings.duration(PREFIX + "submit-limit", defaults.submitLimit(), MOMENT, HOUR),
        settings.duration(PREFIX + "ask-limit", defaults.askLimit(), MOMENT, HOUR),
        settings.duration(PREFIX + "download-limit", defaults.downloadLimit(), MOMENT, DAY));
    options.reconcile(
        settings.flag(PREFIX + "reconcile", defaults.reconcile()),
        settings.duration(
            PREFIX + "list-lag", defaults.listLag(), Duration.ZERO, Duration.ofMinutes(10)));
    settings.limits(PREFIX).ifPresent(options::limits);
    addOptional(options, config);
    return options.build();
  }

  private static void addOptional(DidOptionsBuilder options, ProviderConfig config) {
    config.priceCard(DidAvatarProvider.ID).ifPresent(options::prices);
    config.secret("DID_ELEVENLABS_KEY").ifPresent(options::elevenLabsKey);
    config
        .value(PREFIX + "voice")
        .ifPresent(text -> options.voice(sensible("voice", () -> DidVoice.parse(text))));
    config
        .value(PREFIX + "webhook")
        .ifPresent(text -> options.webhook(sensible("webhook", () -> URI.create(text))));
    config
        .value(PREFIX + "price-per-second")
        .ifPresent(
            text -> options.pricePerSecond(sensible("price-per-second", () -> Money.usd(text))));
    config.value(PREFIX + "background-color").ifPresent(options::backgroundColor);
  }

  /** The text itself is not repeated: an address may hold something unguessable. */
  private static <T> T sensible(String setting, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "setting " + PREFIX + setting + " cannot be read",
          switch (setting) {
            case "voice" -> "set it to provider:id, such as microsoft:en-US-JennyNeural";
            case "webhook" -> "set it to an https address";
            default -> "set it to US dollars, such as 0.05";
          });
    }
  }
}
