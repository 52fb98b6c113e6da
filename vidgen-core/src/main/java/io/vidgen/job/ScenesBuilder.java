package io.vidgen.job;

import static java.util.Objects.requireNonNull;

import io.vidgen.model.Transition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every builder of a video of several scenes has in common: music under them, what happens
 * between them, and versions of each. Not safe for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ScenesBuilder<B extends ScenesBuilder<B>> extends VideoBuilder<B>
    permits AvatarBuilder, NarratedBuilder, StoryBuilder {
  @Nullable Path music;
  String musicLicence = "";
  double musicGainDb = -12;
  Transition transition;
  Duration lead;
  Duration pause;
  final Map<Integer, Integer> takes = new TreeMap<>();

  ScenesBuilder(Transition transition, Duration lead, Duration pause) {
    this.transition = transition;
    this.lead = lead;
    this.pause = pause;
  }

  /**
   * Adds background music.
   *
   * @param file a file with sound
   * @return this
   */
  public final B music(Path file) {
    this.music = requireNonNull(file, "file");
    return self();
  }

  /**
   * Adds background music and says by what right.
   *
   * @param file a file with sound
   * @param licence such as {@code CC0}; goes into the manifest
   * @return this
   */
  public final B music(Path file, String licence) {
    this.music = requireNonNull(file, "file");
    this.musicLicence = requireNonNull(licence, "licence");
    return self();
  }

  /**
   * Sets how loud the music is.
   *
   * @param gain -40 to 10 dB
   * @return this
   */
  public final B musicGainDb(double gain) {
    this.musicGainDb = gain;
    return self();
  }

  /**
   * Sets what happens between scenes.
   *
   * @param transition kind and length
   * @return this
   */
  public final B transition(Transition transition) {
    this.transition = requireNonNull(transition, "transition");
    return self();
  }

  /**
   * Sets the silence around each scene's voice.
   *
   * @param before before it
   * @param after after it
   * @return this
   */
  public final B pauses(Duration before, Duration after) {
    this.lead = requireNonNull(before, "before");
    this.pause = requireNonNull(after, "after");
    return self();
  }

  /**
   * Asks for a fresh version of every voice and picture or clip.
   *
   * @param take number of the version; 0 for the first
   * @return this
   */
  public final B take(int take) {
    takes.put(0, take);
    return self();
  }

  /**
   * Asks for a fresh version of one scene's voice and picture or clip. Clips that hang together
   * with it are made anew too, as the plan says.
   *
   * @param scene number of the scene, from 1
   * @param take number of the version; 0 for the first
   * @return this
   */
  public final B take(int scene, int take) {
    takes.put(scene, take);
    return self();
  }
}
