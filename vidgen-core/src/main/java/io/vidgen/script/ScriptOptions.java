package io.vidgen.script;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link ScriptParser} reads and what it refuses. Immutable.
 *
 * <p>"Characters" are Unicode code points of the text that the script keeps: title, headings,
 * speakers, directions, lines, visuals, sounds, spoken and caption texts.
 *
 * @param language the language when the script does not say one; null (default) to detect French or
 *     English from the labels of a block script, and English for the other forms
 * @param maxInputBytes the largest input, in bytes of UTF-8 for a string; from 1, default 1,048,576
 * @param maxCharacters the most characters of the whole script; from 1, default 100,000
 * @param maxScenes the most scenes; from 1, default 200
 * @param maxSceneCharacters the most characters of one scene; from 1, default 5,000
 * @param maxClips the most clips that one scene may ask for; from 1, default 100
 * @param maxNesting the deepest nesting of JSON, also of fields that are skipped; from 1, default
 *     64
 * @param mediaFolder null (default): a script that is read from a file may name files below its own
 *     folder and absolute ones; any other script only relative ones without {@code ..}, which are
 *     left relative. A folder: relative media are looked for there, and one outside it is refused,
 *     links followed. Set it whenever the script was written by somebody who may not read every
 *     file of this machine
 */
public record ScriptOptions(
    @Nullable Locale language,
    int maxInputBytes,
    int maxCharacters,
    int maxScenes,
    int maxSceneCharacters,
    int maxClips,
    int maxNesting,
    @Nullable Path mediaFolder) {

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if a limit is under 1
   */
  public ScriptOptions {
    requirePositive("maxInputBytes", maxInputBytes);
    requirePositive("maxCharacters", maxCharacters);
    requirePositive("maxScenes", maxScenes);
    requirePositive("maxSceneCharacters", maxSceneCharacters);
    requirePositive("maxClips", maxClips);
    requirePositive("maxNesting", maxNesting);
  }

  /**
   * The defaults: language detected, 1 MiB, 100,000 characters, 200 scenes of 5,000 characters, 100
   * clips a scene, JSON 64 deep, no media folder.
   *
   * @return the options
   */
  public static ScriptOptions ofDefaults() {
    return builder().build();
  }

  /**
   * A builder that starts at the defaults.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A builder that starts at existing options.
   *
   * @param options where to start
   * @return the builder
   */
  public static Builder builder(ScriptOptions options) {
    Builder builder = new Builder();
    builder.language = options.language;
    builder.maxInputBytes = options.maxInputBytes;
    builder.maxCharacters = options.maxCharacters;
    builder.maxScenes = options.maxScenes;
    builder.maxSceneCharacters = options.maxSceneCharacters;
    builder.maxClips = options.maxClips;
    builder.maxNesting = options.maxNesting;
    builder.mediaFolder = options.mediaFolder;
    return builder;
  }

  private static int requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, not " + value);
    }
    return value;
  }

  /** Collects options; not thread-safe. A bad value fails at the line that sets it. */
  public static final class Builder {

    private @Nullable Locale language;
    private int maxInputBytes = 1_048_576;
    private int maxCharacters = 100_000;
    private int maxScenes = 200;
    private int maxSceneCharacters = 5_000;
    private int maxClips = 100;
    private int maxNesting = 64;
    private @Nullable Path mediaFolder;

    private Builder() {}

    /**
     * Sets the language of scripts that do not say one.
     *
     * @param language the language, null to detect it
     * @return this builder
     */
    public Builder language(@Nullable Locale language) {
      this.language = language;
      return this;
    }

    /**
     * Sets the largest input.
     *
     * @param bytes bytes, from 1
     * @return this builder
     * @throws IllegalArgumentException if it is under 1
     */
    public Builder maxInputBytes(int bytes) {
      this.maxInputBytes = requirePositive("maxInputBytes", bytes);
      return this;
    }

    /**
     * Sets the most characters of a script.
     *
     * @param characters code points, from 1
     * @return this builder
     * @throws IllegalArgumentException if it is under 1
     */
    public Builder maxCharacters(int characters) {
      this.maxCharacters = requirePositive("maxCharacters", characters);
      return this;
    }

    /**
     * Sets the most scenes of a script.
     *
     * @param scenes scenes, from 1
     * @return this builder
     * @throws IllegalArgumentException if it is under 1
     */
    public Builder maxScenes(int scenes) {
      this.maxScenes = requirePositive("maxScenes", scenes);
      return this;
    }

    /**
     * Sets the most characters of one scene.
     *
     * @param characters code points, from 1
     * @return this builder
     * @throws IllegalArgumentException if it is under 1
     */
    public Builder maxSceneCharacters(int characters) {
      this.maxSceneCharacters = requirePositive("maxSceneCharacters", characters);
      return this;
    }

    /**
     * Sets the most clips that one scene may ask for.
     *
     * @param clips clips, from 1
     * @return this builder
     * @throws IllegalArgumentException if it is under 1
     */
    public Builder maxClips(int clips) {
      this.maxClips = requirePositive("maxClips", clips);
      return this;
    }

    /**
     * Sets the deepest nesting of JSON.
     *
     * @param levels levels of objects and arrays, from 1
     * @return this builder
     * @throws IllegalArgumentException if it is under 1
     */
    public Builder maxNesting(int levels) {
      this.maxNesting = requirePositive("maxNesting", levels);
      return this;
    }

    /**
     * Sets the only folder that media of scenes may come from.
     *
     * @param folder the folder, null for none, see {@link ScriptOptions}
     * @return this builder
     */
    public Builder mediaFolder(@Nullable Path folder) {
      this.mediaFolder = folder;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public ScriptOptions build() {
      return new ScriptOptions(
          language,
          maxInputBytes,
          maxCharacters,
          maxScenes,
          maxSceneCharacters,
          maxClips,
          maxNesting,
          mediaFolder);
    }
  }
}
