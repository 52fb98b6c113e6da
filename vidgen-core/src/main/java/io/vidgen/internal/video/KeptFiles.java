package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at files of the user's before they are kept, since later that would cost money. */
public final class KeptFiles {
  /** RFC 6838, section 4.2, without parameters. */
  private static final Pattern TYPE =
      Pattern.compile("[A-Za-z0-9][\\w!#$&^.+-]{0,126}/[A-Za-z0-9][\\w!#$&^.+-]{0,126}");

  private KeptFiles() {}

  /**
   * Checks the type of a file.
   *
   * @param file a file that can be read
   * @param mediaType its type, as the user says
   * @throws VidgenException if that is no media type, or a picture has other first bytes
   * @throws IOException if the file cannot be read
   */
  public static void check(Path file, String mediaType) throws IOException {
    if (!TYPE.matcher(mediaType).matches()) {
      throw wrong(
          "the type of " + file + " must be a media type, not \"" + mediaType + "\"",
          "give one such as image/png");
    }
    if (mediaType.startsWith("image/")) {
      checkPicture(file, mediaType);
    }
  }

  private static void checkPicture(Path file, String mediaType) throws IOException {
    if (!PictureTypes.ALL.contains(mediaType)) {
      throw wrong(
          file + " cannot be kept as " + mediaType,
          "give one of " + String.join(", ", PictureTypes.ALL));
    }
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(PictureTypes.HEAD);
    }
    if (!PictureTypes.isIn(head, mediaType)) {
      var known = PictureTypes.of(head);
      throw wrong(
          file + " is no " + mediaType + (known == null ? "" : ": it is " + known),
          known == null ? "give a picture" : "say " + known + ", or give another file");
    }
  }

  private static VidgenException wrong(String message, String remedy) {
    return VidgenException.invalid("file", List.of(Problem.error("mediaType", message, remedy)));
  }
}
