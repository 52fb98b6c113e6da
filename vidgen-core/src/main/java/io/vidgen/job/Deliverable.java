package io.vidgen.job;

import static java.util.Objects.requireNonNull;

import io.vidgen.model.Fit;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionStyle;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is different in one of several videos that are made from the same purchase. Immutable: each
 * change makes a new one.
 *
 * @param name 1 to 40 of {@code A-Z a-z 0-9 _ -}, beginning with a letter or digit; steps and
 *     stored files are named by it
 * @param format size of the video, null for that of the request
 * @param fit how pictures and clips of another shape are fitted in; null, the default, fills the
 *     frame as long as no more than half of them is cut off, and else shows them whole on a blurred
 *     copy. Pictures that the user brings keep their own fit as long as it is null
 * @param script what is said instead, scene for scene, null for the script of the request
 * @param voice the speech provider's name of the voice for that, null for its default
 * @param captions how burned-in captions look, null for as in the request
 * @param captioned whether captions are burned in, if the request has any
 * @param teaser length of the part that it shows, from the beginning, 1 s or more; null for all
 * @param posterAt when the frame is seen that is its poster, null for the middle of the beginning
 * @param posterOnly whether there is only a poster and no video
 */
public record Deliverable(
    String name,
    @Nullable VideoFormat format,
    @Nullable Fit fit,
    @Nullable Script script,
    @Nullable String voice,
    @Nullable CaptionStyle captions,
    boolean captioned,
    @Nullable Duration teaser,
    @Nullable Duration posterAt,
    boolean posterOnly) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the name is not allowed, a time out of range, or a poster
   *     is to be a teaser; its message names the value
   */
  public Deliverable {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a deliverable must be 1 to 40 of A-Z a-z 0-9 _ - and begin with a letter or"
              + " digit, not '"
              + name
              + "'");
    }
    if (teaser != null) {
      Ranges.time("teaser", teaser, SHORTEST, Duration.ofHours(1));
    }
    if (posterAt != null) {
      Ranges.time("posterAt", posterAt, Duration.ZERO, Duration.ofHours(1));
    }
    if (posterOnly && teaser != null) {
      throw new IllegalArgumentException(name + " cannot be a teaser and only a poster");
    }
  }

  /**
   * The request as it is.
   *
   * @param name its name
   * @return a deliverable without any difference
   */
  public static Deliverable named(String name) {
    return new Deliverable(name, null, null, null, null, null, true, null, null, false);
  }

  /**
   * In another size, from the same pictures.
   *
   * @param size size of the video
   * @return the changed deliverable
   */
  public Deliverable format(VideoFormat size) {
    requireNonNull(size, "size");
    return new Deliverable(
        name, size, fit, script, voice, captions, captioned, teaser, posterAt, posterOnly);
  }

  /**
   * With all pictures fitted into the frame in a certain way.
   *
   * @param how how
   * @return the changed deliverable
   */
  public Deliverable fit(Fit how) {
    requireNonNull(how, "how");
    return new Deliverable(
        name, format, how, script, voice, captions, captioned, teaser, posterAt, posterOnly);
  }

  /**
   * In another language: other words over the same pictures. What is seen is made from the script
   * of the request.
   *
   * @param translated the same scenes with other words
   * @return the changed deliverable
   */
  public Deliverable script(Script translated) {
    requireNonNull(translated, "translated");
    return new Deliverable(
        name, format, fit, translated, voice, captions, captioned, teaser, posterAt, posterOnly);
  }

  /**
   * With another voice.
   *
   * @param other the speech provider's name of a voice
   * @return the changed deliverable
   */
  public Deliverable voice(String other) {
    requireNonNull(other, "other");
    return new Deliverable(
        name, format, fit, script, other, captions, captioned, teaser, posterAt, posterOnly);
  }

  /**
   * With captions of another look, also when the request burns in none.
   *
   * @param style how they look
   * @return the changed deliverable
   */
  public Deliverable captions(CaptionStyle style) {
    requireNonNull(style, "style");
    return new Deliverable(
        name, format, fit, script, voice, style, true, teaser, posterAt, posterOnly);
  }

  /**
   * Without captions in the picture; caption files are written all the same.
   *
   * @return the changed deliverable
   */
  public Deliverable withoutCaptions() {
    return new Deliverable(
        name, format, fit, script, voice, null, false, teaser, posterAt, posterOnly);
  }

  /**
   * Only its beginning, cut at the frame that is nearest to the length; the sound fades out over
   * the last second. What comes after is not bought. A video that is shorter stays whole.
   *
   * @param length 1 s to 1 h
   * @return the changed deliverable
   */
  public Deliverable teaser(Duration length) {
    requireNonNull(length, "length");
    return new Deliverable(
        name, format, fit, script, voice, captions, captioned, length, posterAt, posterOnly);
  }

  /**
   * With another frame as its poster.
   *
   * @param time when it is seen, 0 to 1 h; after the end, the last frame is taken
   * @return the changed deliverable
   */
  public Deliverable posterAt(Duration time) {
    requireNonNull(time, "time");
    return new Deliverable(
        name, format, fit, script, voice, captions, captioned, teaser, time, posterOnly);
  }

  /**
   * Only its poster, as a JPEG without captions: no video is encoded, and nothing is bought but the
   * picture that is seen, and what must be known to find the frame when a time is given.
   *
   * @return the changed deliverable
   */
  public Deliverable onlyPoster() {
    return new Deliverable(
        name, format, fit, script, voice, captions, captioned, teaser, posterAt, true);
  }
}
