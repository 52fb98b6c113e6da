package io.vidgen.job;

import io.vidgen.money.Price;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A finished video.
 *
 * @param job id of the job, and of the stored video
 * @param files its files in the storage by name, see the constants
 * @param expiresAt from when on the storage may delete them
 * @param duration length of the video
 * @param cost what the steps that this render ran cost, from the least to the most, or unknown as
 *     soon as one of them has no price; nothing for what was reused, nor for attempts that failed,
 *     which the ledger has: {@link io.vidgen.ledger.StepRecord#spent()} counts them, and all at
 *     most
 * @param took how long each step that ran took, by the step's id
 * @param redone how many steps ran
 * @param reused how many steps were there already
 */
public record Render(
    String job,
    Map<String, Path> files,
    Instant expiresAt,
    Duration duration,
    Price cost,
    Map<String, Duration> took,
    int redone,
    int reused) {
  /** Name of the video file. */
  public static final String VIDEO = "video.mp4";

  /** Name of the poster. */
  public static final String POSTER = "poster.jpg";

  /** Name of the captions in ASS, as burned in. */
  public static final String ASS = "captions.ass";

  /** Name of the captions in SRT. */
  public static final String SRT = "captions.srt";

  /** Name of the captions in WebVTT. */
  public static final String VTT = "captions.vtt";

  /** Name of the words with their times. */
  public static final String WORDS = "words.json";

  /** Name of the file that says how the video was made. */
  public static final String MANIFEST = "manifest.json";

  /**
   * Name of the script as JSON, to be edited and rendered again; not there when nobody wrote down
   * what is said.
   */
  public static final String SCRIPT = "script.json";

  /** Copies the maps. */
  public Render {
    files = Map.copyOf(files);
    took = Map.copyOf(took);
  }

  /**
   * The video.
   *
   * @return an MP4 file in the storage
   */
  public Path video() {
    return file(VIDEO);
  }

  /**
   * One of the video's files.
   *
   * @param name one of the constants of this class
   * @return the file in the storage
   * @throws IllegalArgumentException if there is no such file
   */
  public Path file(String name) {
    var file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("no file '" + name + "', there are " + files.keySet());
    }
    return file;
  }
}
