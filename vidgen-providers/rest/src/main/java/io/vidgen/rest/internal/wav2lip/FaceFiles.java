package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.Problem;
import io.vidgen.model.Artifact;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.LipSyncRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The files of a request.
 *
 * @param face picture or video
 * @param faceType its media type
 * @param faceExtension by which Wav2Lip tells pictures from videos, lower case
 * @param speech recording
 * @param speechType its media type
 * @param speechExtension lower case
 */
public record FaceFiles(
    Path face,
    String faceType,
    String faceExtension,
    Path speech,
    String speechType,
    String speechExtension) {
  private static final Map<String, String> FACES =
      Map.of(
          "image/jpeg", "jpg",
          "image/png", "png",
          "video/mp4", "mp4",
          "video/quicktime", "mov",
          "video/webm", "webm",
          "video/x-matroska", "mkv",
          "video/x-msvideo", "avi");
  private static final Map<String, String> SPEECHES =
      Map.of(
          "audio/wav", "wav",
          "audio/x-wav", "wav",
          "audio/mpeg", "mp3",
          "audio/ogg", "ogg",
          "audio/opus", "opus",
          "audio/flac", "flac",
          "audio/mp4", "m4a",
          "audio/aac", "aac");

  static FaceFiles of(LipSyncRequest request, CallContext context) {
    return new FaceFiles(
        context.file(request.face()),
        plain(request.face()),
        extension(request.face(), FACES).orElseThrow(),
        context.file(request.speech()),
        plain(request.speech()),
        extension(request.speech(), SPEECHES).orElseThrow());
  }

  /**
   * Whether Wav2Lip reads such files.
   *
   * @param request a request
   * @return what is wrong
   */
  public static List<Problem> check(LipSyncRequest request) {
    var problems = new ArrayList<Problem>();
    if (extension(request.face(), FACES).isEmpty()) {
      problems.add(wrong("face", request.face(), FACES));
    }
    if (extension(request.speech(), SPEECHES).isEmpty()) {
      problems.add(wrong("speech", request.speech(), SPEECHES));
    }
    return problems;
  }

  private static Problem wrong(String field, Artifact artifact, Map<String, String> known) {
    return Problem.error(
        field, "is " + artifact.mediaType(), "use one of " + new TreeSet<>(known.keySet()));
  }

  private static Optional<String> extension(Artifact artifact, Map<String, String> known) {
    return Optional.ofNullable(known.get(plain(artifact)));
  }

  private static String plain(Artifact artifact) {
    return artifact.mediaType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
