package io.vidgen.whisper;

import static java.util.Objects.requireNonNull;

import io.vidgen.spi.ProviderConfig;
import io.vidgen.whisper.internal.WhisperSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Choices for {@link WhisperCppTranscriptionProvider}. Immutable. */
public final class WhisperCppOptions {
  private static final int MOST_THREADS = 256;

  private final @Nullable Path program;
  private final @Nullable Path model;
  private final int threads;
  private final boolean attention;

  private WhisperCppOptions(Builder builder) {
    this.program = builder.program;
    this.model = builder.model;
    this.threads = builder.threads;
    this.attention = builder.attention;
  }

  /**
   * The defaults: {@code whisper-cli} on the {@code PATH}, the largest known model in {@code
   * ~/.cache/vidgen/models} (or {@code $XDG_CACHE_HOME/vidgen/models}), the processors of this
   * machine but no more than 8, times from the model's attention.
   *
   * @return the defaults
   */
  public static WhisperCppOptions ofDefaults() {
    return builder().build();
  }

  /**
   * A builder that begins with the defaults.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** The same as settings, where everything about program and model is found out. */
  ProviderConfig asConfig() {
    var settings = new HashMap<String, String>();
    if (program != null) {
      settings.put(WhisperSettings.PROGRAM, program.toString());
    }
    if (model != null) {
      settings.put(WhisperSettings.MODEL, model.toString());
    }
    if (threads > 0) {
      settings.put(WhisperSettings.THREADS, Integer.toString(threads));
    }
    settings.put(WhisperSettings.DTW, attention ? "auto" : "off");
    return new Chosen(Map.copyOf(settings));
  }

  /** Nothing but what was chosen, and the environment, where programs are found. */
  private record Chosen(Map<String, String> settings) implements ProviderConfig {
    @Override
    public Optional<String> value(String name) {
      return Optional.ofNullable(settings.get(name));
    }

    @Override
    public Optional<String> environment(String name) {
      return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
  }

  /** Builds options; not safe for use by several threads. */
  public static final class Builder {
    private @Nullable Path program;
    private @Nullable Path model;
    private int threads;
    private boolean attention = true;

    private Builder() {}

    /**
     * Names the program.
     *
     * @param file whisper.cpp's {@code whisper-cli}, 1.5.0 or later; default the one on the {@code
     *     PATH}
     * @return this
     */
    public Builder program(Path file) {
      this.program = requireNonNull(file, "file").toAbsolutePath().normalize();
      return this;
    }

    /**
     * Names the model.
     *
     * @param file a ggml file, whose name ends in {@code .bin}; default the largest known one in
     *     the folder for models
     * @return this
     * @throws IllegalArgumentException if its name ends otherwise
     */
    public Builder model(Path file) {
      if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".bin")) {
        throw new IllegalArgumentException("model must be a file ending in .bin, not " + file);
      }
      this.model = file.toAbsolutePath().normalize();
      return this;
    }

    /**
     * Sets how many threads the program has.
     *
     * @param count 1 to 256; default the processors of this machine, 8 at most
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder threads(int count) {
      if (count < 1 || count > MOST_THREADS) {
        throw new IllegalArgumentException("threads must be 1 to 256, not " + count);
      }
      this.threads = count;
      return this;
    }

    /**
     * Sets where the times of words come from.
     *
     * @param wanted true, the default, for the model's attention ({@code --dtw}) where the model is
     *     a known one; false for what the program spreads between its marks
     * @return this
     */
    public Builder attentionTimes(boolean wanted) {
      this.attention = wanted;
      return this;
    }

    /**
     * Finishes.
     *
     * @return the options
     */
    public WhisperCppOptions build() {
      return new WhisperCppOptions(this);
    }
  }
}
