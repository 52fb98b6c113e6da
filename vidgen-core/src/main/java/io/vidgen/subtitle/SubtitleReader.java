package io.vidgen.subtitle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads a subtitle file of one format. Implementations are immutable and thread-safe, read line by
 * line, and refuse what goes beyond their {@link ParseLimits}.
 *
 * <p>Bytes are UTF-8, with or without byte order mark, or UTF-16 with one; a line that is not valid
 * UTF-8 is taken as windows-1252. NUL characters are left out. Lines end with LF, CRLF or CR.
 */
public interface SubtitleReader {

  /**
   * Reads a stream to its end, or to the first error; does not close it.
   *
   * @param in the file's bytes
   * @param language the language of the text, {@link Locale#ROOT} when it is not known
   * @return the captions
   * @throws IOException if the stream cannot be read
   * @throws SubtitleParseException if the text is not of this format or beyond the limits
   */
  CaptionTrack read(InputStream in, Locale language) throws IOException;

  /**
   * Reads a file.
   *
   * @param file the file
   * @param language the language of the text, {@link Locale#ROOT} when it is not known
   * @return the captions
   * @throws IOException if the file cannot be read
   * @throws SubtitleParseException if the text is not of this format or beyond the limits
   */
  default CaptionTrack read(Path file, Locale language) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, language);
    }
  }

  /**
   * Reads a text.
   *
   * @param text the whole file as text
   * @param language the language of the text, {@link Locale#ROOT} when it is not known
   * @return the captions
   * @throws SubtitleParseException if the text is not of this format or beyond the limits
   */
  default CaptionTrack parse(String text, Locale language) {
    try {
      return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), language);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
