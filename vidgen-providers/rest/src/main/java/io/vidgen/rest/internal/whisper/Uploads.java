package io.vidgen.rest.internal.whisper;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.MediaKind;
import io.vidgen.rest.internal.http.NothingSent;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a recording what a server takes. All failures here cost nothing. */
final class Uploads {
  private static final int HEAD = 16;
  private static final List<MediaKind> KINDS =
      List.of(
          MediaKind.WAV,
          MediaKind.MP4,
          MediaKind.MOV,
          MediaKind.WEBM,
          MediaKind.OGG,
          MediaKind.FLAC,
          MediaKind.MP3);

  private Uploads() {}

  static List<Upload> of(Path recording, long mostBytes, CallContext context) {
    try {
      var kind = kind(recording);
      if (kind == MediaKind.WAV) {
        return WavParts.write(recording, mostBytes, context);
      }
      if (kind == null) {
        throw refused("the recording is no sound that Whisper servers read");
      }
      if (Files.size(recording) > mostBytes) {
        throw refused(
            "the recording has "
                + Files.size(recording)
                + " bytes, more than one upload may, and only WAV is cut");
      }
      return List.of(
          new Upload(recording, kind.mediaType(), kind.extension(), 0, Double.POSITIVE_INFINITY));
    } catch (ClosedByInterruptException e) {
      throw NothingSent.because(e);
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(
                  FailureKind.LOCAL,
                  "the recording cannot be prepared: " + e.getMessage(),
                  "see that it is whole and that the disk has room")
              .charged(false),
          e);
    }
  }

  private static @Nullable MediaKind kind(Path recording) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(recording)) {
      head = in.readNBytes(HEAD);
    }
    return KINDS.stream().filter(kind -> kind.matches(head)).findFirst().orElse(null);
  }

  private static VidgenException refused(String what) {
    return VidgenException.of(FailureKind.INVALID_REQUEST, what, "convert it to WAV");
  }
}
