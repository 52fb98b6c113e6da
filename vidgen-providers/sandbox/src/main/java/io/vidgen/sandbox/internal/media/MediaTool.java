package io.vidgen.sandbox.internal.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs ffmpeg, with a deadline and at most two at a time. */
public interface MediaTool {

  /**
   * Converts a file; the same conversion of the same content is done once.
   *
   * @param input any file that ffmpeg reads
   * @param outputOptions such as {@code -ar 44100 -b:a 128k}
   * @param extension of the file to make, such as {@code mp3}
   * @return a file that stays until the sandbox closes, read only
   * @throws IOException if ffmpeg cannot do it
   */
  Path convert(Path input, List<String> outputOptions, String extension)
      throws IOException, InterruptedException;

  /** Length of the sound in a file; throws {@link IOException} when it holds none. */
  Duration soundLength(Path input) throws IOException, InterruptedException;

  /** The sound of a file as 16-bit mono WAV at 16 kHz. */
  Path decode(Path input) throws IOException, InterruptedException;
}
