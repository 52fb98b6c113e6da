package io.vidgen.rest.internal.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.rest.internal.http.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Writes sound to a file as it comes, in one piece or in many, and gathers its times. */
final class IncomingSpeech implements AutoCloseable {
  /** A multiple of four, as four characters are three bytes. */
  private static final int PIECE = 1 << 16;

  private final OutputStream out;
  private final CharacterTimes sent = new CharacterTimes();
  private final CharacterTimes normalized = new CharacterTimes();
  private long bytes;

  IncomingSpeech(Path file) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /**
   * Takes one document.
   *
   * @throws BadSpeechException if it is none that the vendor's contract allows
   */
  void take(JsonNode piece) {
    var audio = piece.path("audio_base64");
    if (!audio.isTextual()) {
      var said = ErrorDetail.of(piece);
      var words = (said.code() + " " + said.message()).strip();
      throw new BadSpeechException(
          words.isEmpty() ? "a piece has no sound" : "a piece is an error: " + words);
    }
    try {
      decode(audio.textValue());
    } catch (IllegalArgumentException e) {
      throw new BadSpeechException("its sound is not base64");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sent.add(Json.at(piece, "alignment"));
    normalized.add(Json.at(piece, "normalized_alignment"));
  }

  /** In pieces: the whole of it is in memory already. */
  private void decode(String text) throws IOException {
    for (int at = 0; at < text.length(); at += PIECE) {
      var piece = text.substring(at, Math.min(text.length(), at + PIECE));
      var sound = Base64.getDecoder().decode(piece);
      out.write(sound);
      bytes += sound.length;
    }
  }

  long bytes() {
    return bytes;
  }

  Optional<CharacterTimes> sent() {
    return sent.usable() ? Optional.of(sent) : Optional.empty();
  }

  Optional<CharacterTimes> normalized() {
    return normalized.usable() ? Optional.of(normalized) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** An answer that the contract does not allow. */
  static final class BadSpeechException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSpeechException(String message) {
      super(message);
    }
  }
}
