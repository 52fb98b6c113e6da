package io.vidgen.spi;

import io.vidgen.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns a timeline's parts into files. Safe for use by several threads; every call has a deadline
 * and stops what it started when its thread is interrupted or its call is cancelled.
 */
public interface VideoComposer {

  /**
   * Short, stable name, such as {@code ffmpeg}.
   *
   * @return lower-case letters, digits and hyphens
   */
  String id();

  /**
   * Everything about this composer that decides what its files look like: version of its recipe,
   * build of its encoder, digests of its fonts. Part of every fingerprint.
   *
   * @return the version, never blank
   * @throws io.vidgen.error.VidgenException if the program it needs cannot be found or lacks
   *     something
   */
  String version();

  /**
   * Licences of what ends up visible in its files, such as fonts; for the manifest.
   *
   * @return one line each, such as {@code Montserrat, SIL Open Font License 1.1}
   */
  List<String> notices();

  /**
   * Checks that every character of a text can be drawn with the fonts that there are.
   *
   * @param text text of captions
   * @param field what to call it in a problem, such as {@code script.scenes[1]}
   * @return a problem that names the characters, or nothing
   */
  List<Problem> checkGlyphs(String text, String field);

  /**
   * Reads length and streams of a media file.
   *
   * @param file a sound, picture or video file
   * @return what it holds
   * @throws IOException if it cannot be read or is no media file
   * @throws InterruptedException if the thread was interrupted
   */
  MediaInfo probe(Path file) throws IOException, InterruptedException;

  /**
   * Renders one segment of the picture track: scaled, moved, captioned and encoded in one pass.
   *
   * @param request the segment
   * @param context files and cancellation
   * @return the encoded segment without sound
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  SegmentResult segment(SegmentRequest request, CallContext context)
      throws IOException, InterruptedException;

  /**
   * Mixes all sounds once: speech in front, music ducked under it, loudness evened.
   *
   * @param request the sounds
   * @param context files and cancellation
   * @return the encoded sound track
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  MixResult mix(MixRequest request, CallContext context) throws IOException, InterruptedException;

  /**
   * Takes the sound out of a file, for recognition or for a finished video.
   *
   * @param request which sound in which form
   * @param context files and cancellation
   * @return the sound
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   * @throws io.vidgen.error.VidgenException if the file has no sound
   */
  AudioResult audio(AudioRequest request, CallContext context)
      throws IOException, InterruptedException;

  /**
   * Joins segments and sound without encoding anything again, and checks the file.
   *
   * @param request the parts
   * @param context files and cancellation
   * @return the finished video
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  FinishResult finish(FinishRequest request, CallContext context)
      throws IOException, InterruptedException;

  /**
   * Takes one frame out of a segment or video.
   *
   * @param request which frame
   * @param context files and cancellation
   * @return the picture
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  ImageResult poster(PosterRequest request, CallContext context)
      throws IOException, InterruptedException;
}
