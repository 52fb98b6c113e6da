package io.vidgen.whisper.internal;

import io.vidgen.spi.ProviderConfig;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a model may lie. */
final class ModelPlaces {
  /** Names as they are published, the best first. */
  private static final List<String> NAMES =
      List.of(
          "ggml-large-v3.bin",
          "ggml-large-v3-turbo.bin",
          "ggml-large-v3-turbo-q5_0.bin",
          "ggml-medium.bin",
          "ggml-small.bin",
          "ggml-base.bin",
          "ggml-tiny.bin",
          "ggml-medium.en.bin",
          "ggml-small.en.bin",
          "ggml-base.en.bin",
          "ggml-tiny.en.bin");

  private final ProviderConfig config;

  ModelPlaces(ProviderConfig config) {
    this.config = config;
  }

  /**
   * The path that a setting names. Servers' models are named by the same setting, such as {@code
   * whisper-1}; those are not meant here.
   */
  static Optional<String> named(ProviderConfig config) {
    return config
        .value(WhisperSettings.MODEL)
        .map(String::strip)
        .filter(text -> text.toLowerCase(Locale.ROOT).endsWith(".bin"));
  }

  /** The best model in the directory for models. */
  Optional<Path> usual() {
    return directory().stream()
        .flatMap(place -> NAMES.stream().map(place::resolve))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The directory for models; empty where there is no home. */
  Optional<Path> directory() {
    var cache = config.environment("XDG_CACHE_HOME").flatMap(ModelPlaces::path);
    return cache
        .or(() -> home().map(home -> home.resolve(".cache")))
        .map(place -> place.resolve("vidgen").resolve("models"));
  }

  /** A path that this system can have. */
  static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> home() {
    return Stream.of("HOME", "USERPROFILE")
        .flatMap(name -> config.environment(name).stream())
        .flatMap(text -> path(text).stream())
        .findFirst();
  }
}
