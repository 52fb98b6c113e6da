package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Wav2Lip, and programs around it, say when something is wrong. Pure. */
final class Complaints {

  private record Known(String words, FailureKind kind, String message, String remedy) {}

  private static final List<Known> ALL =
      List.of(
          new Known(
              "face not detected",
              FailureKind.INVALID_REQUEST,
              "found no face in at least one frame",
              "every frame must show a face: cut the video, set vidgen.wav2lip.box or"
                  + " vidgen.wav2lip.crop, or give a picture"),
          new Known(
              "mel contains nan",
              FailureKind.INVALID_REQUEST,
              "cannot read speech that is wholly silent in places",
              "add noise that nobody hears, such as -90 dB, to the recording"),
          new Known(
              "image too big to run face detection",
              FailureKind.INVALID_REQUEST,
              "finds the picture too big for its graphics card",
              "set vidgen.wav2lip.resize to 2 or more, or give a smaller face"),
          new Known(
              "out of memory",
              FailureKind.UNAVAILABLE,
              "has not enough memory on its graphics card",
              "set vidgen.wav2lip.resize to 2, or run fewer things on the card"),
          new Known(
              "--face argument must be a valid path",
              FailureKind.LOCAL,
              "does not see the face's file",
              "let it read vidgen.wav2lip.work-directory"),
          new Known(
              "module 'cv2' has no attribute",
              FailureKind.LOCAL,
              "does not go with the OpenCV that is installed",
              "set vidgen.wav2lip.rotate to false, or install the OpenCV of its requirements"),
          new Known(
              "has no attribute 'cv2'",
              FailureKind.LOCAL,
              "does not go with the OpenCV that is installed",
              "set vidgen.wav2lip.rotate to false, or install the OpenCV of its requirements"),
          new Known(
              "modulenotfounderror",
              FailureKind.LOCAL,
              "lacks a Python package",
              "set vidgen.wav2lip.python to the Python in which its requirements are installed"),
          new Known(
              "ffmpeg: not found",
              FailureKind.LOCAL,
              "does not find ffmpeg",
              "put ffmpeg on the PATH, since Wav2Lip starts it by its name"),
          new Known(
              "ffmpeg: command not found",
              FailureKind.LOCAL,
              "does not find ffmpeg",
              "put ffmpeg on the PATH, since Wav2Lip starts it by its name"),
          new Known(
              "'ffmpeg' is not recognized",
              FailureKind.LOCAL,
              "does not find ffmpeg",
              "put ffmpeg on the PATH, since Wav2Lip starts it by its name"),
          new Known(
              "pytorchstreamreader failed",
              FailureKind.LOCAL,
              "cannot read its weights",
              "download the checkpoint again"),
          new Known(
              "unpicklingerror",
              FailureKind.LOCAL,
              "cannot read its weights",
              "download the checkpoint again"));

  private Complaints() {}

  /** The failure that some words mean; empty when they mean nothing known. */
  static Optional<Failure> find(String text) {
    var small = text.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(known -> small.contains(known.words))
        .findFirst()
        .map(known -> Failure.of(known.kind, "Wav2Lip " + known.message, known.remedy));
  }
}
