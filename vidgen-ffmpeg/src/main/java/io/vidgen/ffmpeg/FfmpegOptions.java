package io.vidgen.ffmpeg;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.find.CacheFolder;
import io.vidgen.spi.ProviderConfig;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Choices for {@link FfmpegComposer}. Immutable. */
public final class FfmpegOptions {
  private final @Nullable Path ffmpeg;
  private final List<Path> fontFolders;
  private final Path cacheFolder;
  private final int threads;
  private final Duration stallLimit;

  private FfmpegOptions(Builder builder) {
    // ffmpeg runs in directories of its own, where a relative path would lead elsewhere
    this.ffmpeg = builder.ffmpeg == null ? null : absolute(builder.ffmpeg);
    this.fontFolders = builder.fontFolders.stream().map(FfmpegOptions::absolute).toList();
    this.cacheFolder =
        absolute(builder.cacheFolder == null ? CacheFolder.standard() : builder.cacheFolder);
    this.threads = builder.threads;
    this.stallLimit = builder.stallLimit;
  }

  /**
   * The defaults: an ffmpeg on the PATH or else a bundled one, the fonts of this jar, the user's
   * cache folder, as many threads as suit the machine, 60 seconds without progress.
   *
   * @return the defaults
   */
  public static FfmpegOptions ofDefaults() {
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

  /**
   * Reads {@code vidgen.ffmpeg} (the program), {@code vidgen.fonts} (folders, separated as in
   * PATH), {@code vidgen.cache} (a folder), {@code vidgen.ffmpeg.threads} and {@code
   * vidgen.ffmpeg.stall} (seconds).
   *
   * @param config settings
   * @return the options
   * @throws VidgenException if a setting makes no sense
   */
  public static FfmpegOptions from(ProviderConfig config) {
    var builder = builder();
    config.value("vidgen.ffmpeg").ifPresent(value -> builder.ffmpeg(Path.of(value)));
    config.value("vidgen.cache").ifPresent(value -> builder.cacheFolder(Path.of(value)));
    config
        .value("vidgen.fonts")
        .ifPresent(
            value -> {
              for (var folder : value.split(File.pathSeparator, -1)) {
                if (!folder.isBlank()) {
                  builder.addFontFolder(Path.of(folder));
                }
              }
            });
    number(config, "vidgen.ffmpeg.threads").ifPresent(builder::threads);
    number(config, "vidgen.ffmpeg.stall")
        .ifPresent(value -> builder.stallLimit(Duration.ofSeconds(value)));
    return builder.build();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Optional<Integer> number(ProviderConfig config, String name) {
    try {
      return config.value(name).map(String::strip).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST, name + " is no whole number", "give a number such as 4");
    }
  }

  /**
   * The program to use.
   *
   * @return its absolute path; empty to look for one
   */
  public Optional<Path> ffmpeg() {
    return Optional.ofNullable(ffmpeg);
  }

  /**
   * Folders with more fonts for captions.
   *
   * @return the folders as absolute paths, empty by default
   */
  public List<Path> fontFolders() {
    return fontFolders;
  }

  /**
   * Where fonts and a bundled ffmpeg are unpacked.
   *
   * @return the absolute path of a folder that is made when needed
   */
  public Path cacheFolder() {
    return cacheFolder;
  }

  /**
   * Threads of the encoder for each segment.
   *
   * @return 1 or more; 0 for what suits the machine
   */
  public int threads() {
    return threads;
  }

  /**
   * How long ffmpeg may make no progress before it is taken for stuck.
   *
   * @return the limit, 60 seconds by default
   */
  public Duration stallLimit() {
    return stallLimit;
  }

  /** Collects choices. */
  public static final class Builder {
    private @Nullable Path ffmpeg;
    private final List<Path> fontFolders = new ArrayList<>();
    private @Nullable Path cacheFolder;
    private int threads;
    private Duration stallLimit = Duration.ofSeconds(60);

    private Builder() {}

    /**
     * The program to use, whatever else there is.
     *
     * @param program its path
     * @return this
     */
    public Builder ffmpeg(Path program) {
      this.ffmpeg = program;
      return this;
    }

    /**
     * Adds a folder of TTF, OTF or TTC fonts. Captions use them for what the built-in fonts cannot
     * draw, and by name in a caption style.
     *
     * @param folder a folder
     * @return this
     */
    public Builder addFontFolder(Path folder) {
      fontFolders.add(folder);
      return this;
    }

    /**
     * Where fonts and a bundled ffmpeg are unpacked; programs must be allowed to run from there.
     *
     * @param folder a folder
     * @return this
     */
    public Builder cacheFolder(Path folder) {
      this.cacheFolder = folder;
      return this;
    }

    /**
     * Threads of the encoder for each segment.
     *
     * @param count 1 to 64; 0, the default, for what suits the machine
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder threads(int count) {
      if (count < 0 || count > 64) {
        throw new IllegalArgumentException("threads must be 0 to 64, not " + count);
      }
      this.threads = count;
      return this;
    }

    /**
     * How long ffmpeg may make no progress.
     *
     * @param limit more than zero
     * @return this
     * @throws IllegalArgumentException if it is not
     */
    public Builder stallLimit(Duration limit) {
      if (limit.isZero() || limit.isNegative()) {
        throw new IllegalArgumentException("the stall limit must be more than 0, not " + limit);
      }
      this.stallLimit = limit;
      return this;
    }

    /**
     * The options.
     *
     * @return what was chosen
     */
    public FfmpegOptions build() {
      return new FfmpegOptions(this);
    }
  }
}
