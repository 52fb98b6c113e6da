package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.ArtifactStore;
import io.vidgen.model.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps files of the user's, and looks at them before, since later that would cost money. */
public final class KeptFiles {
  /** RFC 6838, section 4.2, without parameters. */
  private static final Pattern TYPE =
      Pattern.compile("[A-Za-z0-9][\\w!#$&^.+-]{0,126}/[A-Za-z0-9][\\w!#$&^.+-]{0,126}");

  private KeptFiles() {}

  /**
   * Checks a file and copies it.
   *
   * @param file a file
   * @param mediaType its type, as the user says
   * @param artifacts where to
   * @return the artifact
   * @throws VidgenException if that is no media type, or a picture has other first bytes
   * @throws IOException if it cannot be read or stored
   */
  public static Artifact keep(Path file, String mediaType, ArtifactStore artifacts)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is not a file");
    }
    check(file, mediaType);
    var work = artifacts.newWorkDirectory();
    var copy = work.resolve("kept");
    try {
      Files.copy(file, copy);
      return artifacts.take(copy, mediaType);
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(work);
    }
  }

  private static void check(Path file, String mediaType) throws IOException {
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
