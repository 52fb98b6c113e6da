package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/** Downloads of results: a redirect first, which shows what the client sent, then the file. */
final class GoogleFiles {
  static final String REDIRECT = "downloadFile";
  static final String MEDIA = "downloadMedia";
  static final String OBJECT = "downloadObject";

  private static final String VIDEO = "video/mp4";

  private final Studio studio;
  private final VeoShelf shelf;

  GoogleFiles(Studio studio, VeoShelf shelf) {
    this.studio = studio;
    this.shelf = shelf;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/v1beta/files/{id}:download", REDIRECT, this::redirect),
        Route.of("GET", "/download/v1beta/files/{id}:download", MEDIA, this::media),
        Route.of("GET", "/storage/v1/b/{bucket}/o/{object}", OBJECT, this::object));
  }

  /** The real one answers so too, key included. */
  private Reply redirect(Call call) {
    var file = shelf.find(call.param("id")).filter(this::isThere).orElse(null);
    if (file == null) {
      return gone(call);
    } else if (!file.isOf(GoogleKeys.account(call))) {
      return GoogleErrors.forbiddenFile(file.id());
    }
    boolean elsewhere = file.fate().filter(f -> f == Fault.Fate.RESULT_REDIRECTED).isPresent();
    var target =
        elsewhere
            ? studio.stranger() + file.id()
            : GoogleImitation.base(call)
                + "/download/v1beta/files/"
                + file.id()
                + ":download?alt=media";
    return GoogleErrors.of(302, "UNKNOWN", "Unknown Error.")
        .header("Location", target)
        .header("X-Goog-Api-Key", call.header(GoogleKeys.KEY).orElse(""));
  }

  private Reply media(Call call) throws IOException {
    var file = shelf.find(call.param("id")).filter(this::isThere).orElse(null);
    if (file == null) {
      return gone(call);
    } else if (!file.isOf(GoogleKeys.account(call))) {
      return GoogleErrors.forbiddenFile(file.id());
    }
    return give(file);
  }

  private static Reply give(VeoFile file) throws IOException {
    if (file.fate().filter(f -> f == Fault.Fate.RESULT_CORRUPT).isPresent()) {
      return Reply.text(200, VIDEO, "this is no media file ".repeat(200));
    }
    return Reply.file(200, VIDEO, file.path())
        .header("Content-Disposition", "attachment")
        .header("X-Goog-Hash", "crc32c=" + crc(file.path()));
  }

  /** What is in a bucket, as Cloud Storage gives it. */
  private Reply object(Call call) throws IOException {
    var address = "gs://" + call.param("bucket") + "/" + call.param("object");
    var file = shelf.findObject(address).orElse(null);
    return file == null ? GoogleErrors.notFound("Object " + address) : give(file);
  }

  private boolean isThere(VeoFile file) {
    return !file.isGone(studio.clock().instant())
        && file.fate().filter(f -> f == Fault.Fate.RESULT_EXPIRED).isEmpty();
  }

  private static Reply gone(Call call) {
    return GoogleErrors.notFound("File " + call.param("id"));
  }

  /** Base64 of the big-endian checksum, as Google's storage writes it. */
  static String crc(Path file) throws IOException {
    var crc = new CRC32C();
    try (InputStream in = Files.newInputStream(file)) {
      var buffer = new byte[16 << 10];
      for (int n; (n = in.read(buffer)) >= 0; ) {
        crc.update(buffer, 0, n);
      }
    }
    var bytes = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }
}
