package io.vidgen.google.internal.veo;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.google.VeoModels;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoOptions.ExtensionBilling;
import io.vidgen.google.VeoOptionsBuilder;
import io.vidgen.google.internal.client.SettingsReader;
import io.vidgen.rest.internal.http.ProviderSettings;
import io.vidgen.spi.ProviderConfig;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads Veo's options from settings. */
public final class VeoSettings {
  /** Where they begin. */
  public static final String PREFIX = "vidgen.veo.";

  private VeoSettings() {}

  /** Reads; an exception names the setting that is wrong. */
  public static VeoOptionsBuilder read(ProviderConfig config) {
    var settings = new ProviderSettings(config);
    var builder = VeoOptions.builder(SettingsReader.read(config, VeoPlace.SETTING));
    take(config, "model", builder::model, "use an id such as " + VeoModels.DEFAULT);
    take(config, "storage", builder::storage, "use gs://bucket/folder, on the platform only");
    take(
        config,
        "person-generation",
        builder::personGeneration,
        "use a word of Google's such as allow_adult, or leave it out");
    settings.limits(PREFIX).ifPresent(builder::limits);
    return builder
        .extensionBilling(settings.choice(PREFIX + "extension-billing", ExtensionBilling.UNKNOWN))
        .unchecked(settings.flag(PREFIX + "unchecked", false))
        .firstPoll(
            settings.duration(
                PREFIX + "first-poll",
                VeoOptions.DEFAULT_FIRST_POLL,
                Duration.ofMillis(100),
                Duration.ofSeconds(30)))
        .timeLimit(
            settings.duration(
                PREFIX + "time-limit",
                VeoOptions.DEFAULT_TIME_LIMIT,
                Duration.ofMinutes(1),
                Duration.ofDays(1)));
  }

  private static void take(
      ProviderConfig config, String name, Consumer<String> taker, String remedy) {
    config
        .value(PREFIX + name)
        .map(String::strip)
        .ifPresent(
            value -> {
              try {
                taker.accept(value);
              } catch (IllegalArgumentException | IllegalStateException e) {
                throw VidgenException.of(
                    FailureKind.INVALID_REQUEST,
                    "setting " + PREFIX + name + ": " + e.getMessage(),
                    remedy);
              }
            });
  }
}
