package io.vidgen.google.internal.image;

import com.google.genai.types.Blob;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import io.vidgen.google.internal.content.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The picture in an answer. */
final class Picture {

  /** More than a PNG of 4096x4096 pixels usually has. */
  static final int MOST_BYTES = 32 << 20;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private final byte[] bytes;
  private final String mediaType;

  private Picture(byte[] bytes, String mediaType) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  /** The last one is the finished one; those before it are sketches of a model that thinks. */
  static Picture in(GenerateContentResponse response) {
    var parts = Answers.parts(response);
    var blob =
        parts.stream()
            .map(Part::inlineData)
            .flatMap(Optional::stream)
            .reduce((first, second) -> second)
            .orElseThrow(() -> none(Answers.text(parts)));
    return of(blob);
  }

  /** Whether there is one, good or not. */
  static boolean isIn(GenerateContentResponse response) {
    return response.candidates().stream()
        .flatMap(List::stream)
        .flatMap(candidate -> candidate.content().flatMap(Content::parts).stream())
        .flatMap(List::stream)
        .anyMatch(part -> part.inlineData().isPresent());
  }

  /** What its first bytes say that it is. */
  String mediaType() {
    return mediaType;
  }

  /** Writes it to a new file. */
  Path write(Path directory) throws IOException {
    var name = mediaType.equals("image/png") ? "picture.png" : "picture.jpg";
    return Files.write(directory.resolve(name), bytes);
  }

  private static RuntimeException none(String text) {
    return Answers.protocol(
        "the answer has no picture (finish reason STOP)"
            + (text.isEmpty() ? "" : ", only text: " + Answers.shown(text)),
        "say in the prompt what is seen, or put it more mildly");
  }

  private static Picture of(Blob blob) {
    var bytes = blob.data().orElse(new byte[0]);
    if (bytes.length > MOST_BYTES) {
      throw Answers.protocol(
          "the picture has " + bytes.length + " bytes, more than " + MOST_BYTES,
          "ask for a smaller size with vidgen.nano-banana.size");
    }
    if (begins(bytes, PNG)) {
      return new Picture(bytes, "image/png");
    }
    if (begins(bytes, JPEG)) {
      return new Picture(bytes, "image/jpeg");
    }
    throw Answers.protocol(
        "the picture is neither PNG nor JPEG; it is called "
            + Answers.shown(blob.mimeType().orElse("nothing"))
            + " and has "
            + bytes.length
            + " bytes",
        "try again or use another model");
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
