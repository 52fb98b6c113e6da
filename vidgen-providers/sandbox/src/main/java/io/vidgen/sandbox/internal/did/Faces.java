package io.vidgen.sandbox.internal.did;

import io.vidgen.sandbox.internal.server.Reply;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the picture and the sound that a talk or clip refers to. */
final class Faces {
  private final Uploads images;
  private final Uploads audios;
  private final Presenters presenters;

  Faces(Uploads images, Uploads audios, Presenters presenters) {
    this.images = images;
    this.audios = audios;
    this.presenters = presenters;
  }

  /**
   * What is wrong with the addresses in an order. Pictures elsewhere are not fetched, a drawn face
   * stands for them; recordings elsewhere cannot be had.
   */
  Optional<Reply> refuse(VideoOrder order) {
    if (order.kind() == VideoKind.CLIP && presenters.find(order.face()).isEmpty()) {
      return Optional.of(DidErrors.notFound());
    }
    if (order.kind() == VideoKind.TALK
        && order.face().startsWith("s3:")
        && images.find(order.face()).isEmpty()) {
      return Optional.of(unreachable(order.face()));
    }
    var url = order.script().audioUrl();
    if (url == null) {
      return Optional.empty();
    }
    var audio = audios.find(url);
    if (audio.isEmpty()) {
      return Optional.of(unreachable(url));
    }
    return audio.get().seconds() > order.kind().longestAudio.toSeconds()
        ? Optional.of(DidErrors.of(400, "InvalidAudioDurationError", "audio is too long"))
        : Optional.empty();
  }

  private static Reply unreachable(String url) {
    return DidErrors.badRequest("cannot validate " + url + " - may be corrupted or does not exist");
  }

  /** The face to use; empty for a drawn one. */
  Optional<Path> picture(VideoOrder order) {
    return images.find(order.face()).map(Uploads.Upload::file);
  }

  Optional<Path> audio(VideoOrder order) {
    var url = order.script().audioUrl();
    return url == null ? Optional.empty() : audios.find(url).map(Uploads.Upload::file);
  }

  OptionalDouble audioSeconds(VideoOrder order) {
    var url = order.script().audioUrl();
    var upload = url == null ? Optional.<Uploads.Upload>empty() : audios.find(url);
    return upload.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(upload.get().seconds());
  }
}
